using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Access;

/// <summary>An organization that the caller's account is in.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Type">Always <c>organization</c>.</param>
/// <param name="Attributes">What the caller is there.</param>
/// <param name="Relationships">Who the caller is there.</param>
public sealed record MyOrganizationResource(OrganizationId Id, string Type, MyOrganizationAttributes Attributes, MyOrganizationRelationships Relationships)
    : IResource<MyOrganizationResource, MyOrganizationResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = OrganizationResource.TypeName;

    /// <inheritdoc />
    public static MyOrganizationResource Of(MyOrganizationResponse organization) => new(
        organization.Id,
        TypeName,
        new MyOrganizationAttributes(organization.Name, organization.Role, organization.Status, organization.IsCurrent, organization.JoinedAt),
        new MyOrganizationRelationships(new(organization.UserId, UserResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>What the caller is in an organization.</summary>
/// <param name="Name">The organization's name, 1 to 100 characters.</param>
/// <param name="Role">What they may do there.</param>
/// <param name="Status">Whether they may sign in there.</param>
/// <param name="Current">Whether it is the organization of the session that the request was sent with.</param>
/// <param name="JoinedAt">When they joined, UTC.</param>
public sealed record MyOrganizationAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Acme")] string Name, UserRole Role, UserStatus Status, bool Current, DateTimeOffset JoinedAt);

/// <summary>Who the caller is in an organization.</summary>
/// <param name="User">The caller's user there.</param>
public sealed record MyOrganizationRelationships(Relationship<UserId, UserAttributes> User);
