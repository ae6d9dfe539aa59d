namespace CleanApi.Domain.Common;

/// <summary>A property whose value is kept out of the audit log, events and logs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
