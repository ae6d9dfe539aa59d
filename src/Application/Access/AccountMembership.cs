using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>As which user of which organization an account signs in.</summary>
internal sealed record AccountMembership(AccountId AccountId, UserId UserId, OrganizationId OrganizationId)
{
    /// <summary>No membership: the ids of no account, no user and no organization.</summary>
    public static readonly AccountMembership None = new(default, default, default);
}
