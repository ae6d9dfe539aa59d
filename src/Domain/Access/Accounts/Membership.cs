using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>Links an account to its user in an organization. An account has at most one in an organization that has not ended.</summary>
[Global("Read before the tenant is known: it determines the tenant.")]
public sealed class Membership : ISoftDeletable
{
    internal Membership(AccountId accountId, UserId userId, OrganizationId organizationId, DateTimeOffset createdAt) =>
        (AccountId, UserId, OrganizationId, CreatedAt) = (accountId, userId, organizationId, createdAt);

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The user; has at most one membership that has not ended.</summary>
    public UserId UserId { get; private init; }

    /// <summary>The user's organization.</summary>
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it ended, UTC; null while it lasts.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Navigation to the account, for queries.</summary>
    public Account Account { get; private init; } = null!;

    internal void End(DateTimeOffset now) => DeletedAt ??= now;
}
