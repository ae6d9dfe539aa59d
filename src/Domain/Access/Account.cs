using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>What a person signs in with: an address and a password. What they are in an organization is a user, which a membership names.</summary>
[Global("Read before the tenant is known: a sign-in begins with an address and nothing else.")]
public sealed class Account : AggregateRoot<AccountId>, ISoftDeletable
{
    private readonly List<Membership> memberships = [];

    private Account()
    {
    }

    /// <summary>Unique among the accounts that are not closed.</summary>
    public EmailAddress Email { get; private init; }

    /// <summary>The password's hash in the form that names its own algorithm and parameters; null while no password is set.</summary>
    [Secret]
    public string? PasswordHash { get; private set; }

    /// <summary>When the password was last set, UTC; a stronger hash of the same password does not count.</summary>
    public DateTimeOffset? PasswordChangedAt { get; private set; }

    /// <summary>When somebody last signed in, UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The users that the person is: one today, and nothing but <see cref="Open"/> may rely on that.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>Opens an account for a user, without a password.</summary>
    public static Account Open(EmailAddress email, UserId userId, OrganizationId organizationId, DateTimeOffset now)
    {
        var account = new Account { Id = TypeId.New<AccountId>(now), Email = email, CreatedAt = now };
        account.memberships.Add(new Membership(account.Id, userId, organizationId, now));
        account.Begin(new AccountOpened(account.Id, userId, organizationId));
        return account;
    }

    /// <summary>Sets the password, by its hash.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordChangedAt) = (hash, now);
        Raise(new PasswordChanged(Id), now);
    }

    /// <summary>Ends the membership of a user; with the last one, the account closes.</summary>
    public void Leave(UserId userId, DateTimeOffset now)
    {
        foreach (var membership in memberships.Where(membership => membership.UserId == userId))
        {
            membership.End(now);
        }

        if (memberships.TrueForAll(membership => membership.DeletedAt is not null))
        {
            Close(now);
        }
    }

    /// <summary>Closes the account: nobody signs in with it again, the password is forgotten, and the address is free.</summary>
    public void Close(DateTimeOffset now)
    {
        if (DeletedAt is not null)
        {
            return;
        }

        foreach (var membership in memberships)
        {
            membership.End(now);
        }

        PasswordHash = null;
        DeletedAt = now;
        Raise(new AccountClosed(Id), now);
    }
}
