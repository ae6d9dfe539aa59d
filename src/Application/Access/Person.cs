using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whose account it is, as far as Access knows.</summary>
internal sealed record Person(AccountId AccountId, UserId UserId, OrganizationId OrganizationId)
{
    /// <summary>Nobody: the ids are those of no account, no user and no organization.</summary>
    public static readonly Person Nobody = new(default, default, default);
}
