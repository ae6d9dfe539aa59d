using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Users;

/// <summary>What is told of a user.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Bio">At most 500 characters.</param>
/// <param name="AvatarUrl">A picture.</param>
/// <param name="CreatedAt">When they were added, UTC.</param>
/// <param name="UpdatedAt">When they last changed, UTC.</param>
public sealed record UserAttributes(
    EmailAddress Email,
    [property: Name(User.MaxNameLength), Example("Ada Lovelace")] string Name,
    UserRole Role,
    UserStatus Status,
    [property: MaxLength(User.MaxBioLength), Example("Writes the release notes.")] string? Bio,
    [property: Url, MaxLength(SafeUrl.MaxLength)] string? AvatarUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
