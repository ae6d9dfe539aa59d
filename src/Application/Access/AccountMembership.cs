using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An account with the user and the organization that it signs in to.</summary>
internal sealed record AccountMembership(AccountId AccountId, UserId UserId, OrganizationId OrganizationId)
{
    /// <summary>No membership: default ids, which match no row.</summary>
    public static readonly AccountMembership None = new(default, default, default);
}
