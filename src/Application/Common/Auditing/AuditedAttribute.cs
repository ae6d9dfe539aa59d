namespace CleanApi.Application.Common.Auditing;

/// <summary>A command that leaves an entry in the audit log, and under which action.</summary>
/// <param name="action">Lower-case words with a dot: <c>user.updated</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditedAttribute(string action) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;
}
