using CleanApi.Domain.Common;
using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Users;

/// <summary>A user.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Type">Always <c>user</c>.</param>
/// <param name="Attributes">Their attributes.</param>
/// <param name="Relationships">What they belong to.</param>
public sealed record UserResource(UserId Id, string Type, UserAttributes Attributes, UserRelationships Relationships) : IResource<UserResource, UserResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "user";

    /// <inheritdoc />
    public static UserResource Of(UserResponse user) => new(
        user.Id,
        TypeName,
        new UserAttributes(
            user.Email,
            user.Name,
            user.Role,
            user.Status,
            user.Bio,
            user.AvatarUrl,
            user.CreatedAt,
            user.UpdatedAt),
        new UserRelationships(
            new(user.OrganizationId, OrganizationResource.TypeName, OrganizationSummary.Of(user.Organization))));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a user.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Bio">At most 500 characters.</param>
/// <param name="AvatarUrl">A picture: an https address, or a path of this service if it was uploaded.</param>
/// <param name="CreatedAt">When they were added, UTC.</param>
/// <param name="UpdatedAt">When they last changed, UTC.</param>
public sealed record UserAttributes(
    EmailAddress Email,
    [property: Name(NameRule.MaxNameLength), Example("Ada Lovelace")] string Name,
    UserRole Role,
    UserStatus Status,
    [property: MaxLength(User.MaxBioLength), Example("Writes the release notes.")] string? Bio,
    [property: DataType("uri-reference"), MaxLength(SafeUrl.MaxLength), Example("https://www.gravatar.com/avatar/0")] string? AvatarUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a user belongs to.</summary>
/// <param name="Organization">The organization; its name and plan with <c>?include=organization</c>.</param>
public sealed record UserRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
