namespace CleanApi.Application.Common.Auditing;

/// <summary>A change that an entry of the audit log tells, and that no column of its target shows.</summary>
/// <param name="Field">The field, camelCase.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What it is.</param>
public sealed record AuditChange(string Field, string From, string To);
