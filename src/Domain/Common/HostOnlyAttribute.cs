namespace CleanApi.Domain.Common;

/// <summary>A property with an address of which the audit log keeps the host alone: its path and query may hold a token.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HostOnlyAttribute : Attribute;
