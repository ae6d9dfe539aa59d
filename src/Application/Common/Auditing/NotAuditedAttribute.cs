namespace CleanApi.Application.Common.Auditing;

/// <summary>A command that leaves no entry of its own in the audit log.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotAuditedAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
