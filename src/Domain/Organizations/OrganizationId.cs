using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>Identifies an organization: <c>org_…</c>.</summary>
public readonly record struct OrganizationId(Guid Value) : ITypeId<OrganizationId>
{
    /// <inheritdoc />
    public static string Prefix => "org";

    /// <inheritdoc />
    public static OrganizationId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
