using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>Says which user of which organization an account is.</summary>
[Global("Read before the tenant is known: it is what tells the tenant.")]
public sealed class Membership : ISoftDeletable
{
    internal Membership(AccountId accountId, UserId userId, OrganizationId organizationId, DateTimeOffset createdAt) =>
        (AccountId, UserId, OrganizationId, CreatedAt) = (accountId, userId, organizationId, createdAt);

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The user; of one live membership at most.</summary>
    public UserId UserId { get; private init; }

    /// <summary>The user's organization.</summary>
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it ended, UTC; null while it lasts.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The account itself, for queries that begin here.</summary>
    public Account Account { get; private init; } = null!;

    internal void End(DateTimeOffset now) => DeletedAt ??= now;
}
