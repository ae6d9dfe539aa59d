using CleanApi.Domain.Common;

namespace CleanApi.Domain.Auditing;

/// <summary>Identifies an audit log entry: <c>aud_…</c>.</summary>
public readonly record struct AuditLogId(Guid Value) : ITypeId<AuditLogId>
{
    /// <inheritdoc />
    public static string Prefix => "aud";

    /// <inheritdoc />
    public static AuditLogId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
