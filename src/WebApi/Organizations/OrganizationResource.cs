using CleanApi.Application.Common.Requests;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Organizations;

/// <summary>An organization.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Type">Always <c>organization</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record OrganizationResource(OrganizationId Id, string Type, OrganizationAttributes Attributes) : IResource<OrganizationResource, OrganizationResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "organization";

    /// <inheritdoc />
    public static OrganizationResource Of(OrganizationResponse organization) => new(
        organization.Id,
        TypeName,
        new OrganizationAttributes(
            organization.Name,
            organization.Plan,
            organization.RequireSecondFactor,
            organization.CreatedAt,
            organization.UpdatedAt));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of an organization.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Plan">What it has subscribed to.</param>
/// <param name="RequireSecondFactor">Whether everybody needs a second factor.</param>
/// <param name="CreatedAt">When it was founded, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record OrganizationAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Acme")] string Name,
    OrganizationPlan Plan,
    bool RequireSecondFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
