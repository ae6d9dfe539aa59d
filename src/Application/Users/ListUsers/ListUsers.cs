using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The users of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.UsersRead)]
[SortedBy(nameof(UserResponse.CreatedAt), nameof(UserResponse.Name), nameof(UserResponse.Email))]
public sealed record ListUsers : DatedQuery<UserResponse>
{
    /// <summary>Part of the name or the address, in any case; at most 100 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Only the user with exactly this address, which is canonicalized first.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Only users of this role.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Only users of this status.</summary>
    public UserStatus? Status { get; init; }

    /// <summary>Only users of this organization; another than the caller's has none.</summary>
    public OrganizationId? OrganizationId { get; init; }

    /// <summary><c>organization</c> embeds it.</summary>
    [DoesNotFilter("It says what is returned of the users, not which.")]
    public string? Include { get; init; }
}
