using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Identifies an external identity: <c>ext_…</c>.</summary>
public readonly record struct ExternalIdentityId(Guid Value) : ITypeId<ExternalIdentityId>
{
    /// <inheritdoc />
    public static string Prefix => "ext";

    /// <inheritdoc />
    public static ExternalIdentityId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
