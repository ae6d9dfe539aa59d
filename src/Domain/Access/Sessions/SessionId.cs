using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Identifies a session: <c>ses_…</c>.</summary>
public readonly record struct SessionId(Guid Value) : ITypeId<SessionId>
{
    /// <inheritdoc />
    public static string Prefix => "ses";

    /// <inheritdoc />
    public static SessionId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
