namespace CleanApi.Domain.Common;

/// <summary>A property whose value never reaches the audit log, an event or a log line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
