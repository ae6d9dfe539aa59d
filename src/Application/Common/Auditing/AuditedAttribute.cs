namespace CleanApi.Application.Common.Auditing;

/// <summary>A command with an audit entry, and the entry's action.</summary>
/// <param name="action">Lower-case words with a dot: <c>user.updated</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditedAttribute(string action) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;
}
