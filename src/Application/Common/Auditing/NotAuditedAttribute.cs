namespace CleanApi.Application.Common.Auditing;

/// <summary>A command without an audit entry of its own.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotAuditedAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
