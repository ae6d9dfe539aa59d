using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>What a person signs in with: an address and a password. What they are in an organization is a user, which a membership names.</summary>
[IdPrefix("acc")]
[Global("Read before the tenant is known: a sign-in begins with an address and nothing else.")]
public sealed class Account : AggregateRoot<AccountId>, ISoftDeletable
{
    /// <summary>So often in a row a code or a password may be wrong with which the person proves again who they are, before the next one has to wait.</summary>
    public const int MaxVerificationFailures = 10;

    private static readonly TimeSpan TotpLifetimeUnconfirmed = TimeSpan.FromMinutes(15);

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

    /// <summary>What an authenticator app and the server both compute codes from (RFC 6238), encrypted; null while none is set up.</summary>
    [Secret]
    public byte[]? EncryptedTotpSecret { get; private set; }

    /// <summary>When the present TOTP secret was made, UTC.</summary>
    public DateTimeOffset? TotpBegunAt { get; private set; }

    /// <summary>When a code proved that the app has the secret, UTC; only from then on it is a second factor.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; private set; }

    /// <summary>The newest time step whose code was accepted: no code is accepted again, nor one that is older.</summary>
    public long TotpLastTimeStep { get; private set; }

    /// <summary>How often in a row a code or a password was wrong with which the person was to prove again who they are.</summary>
    public int VerificationFailures { get; private set; }

    /// <summary>Until when no further code or password is looked at, UTC; null where the next one is.</summary>
    public DateTimeOffset? VerificationRetryAt { get; private set; }

    /// <summary>When somebody last signed in, UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The users that the person is: one today, and nothing but <see cref="Create"/> may rely on that.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>Opens an account for a user, without a password.</summary>
    public static Account Create(EmailAddress email, UserId userId, OrganizationId organizationId, DateTimeOffset now)
    {
        var account = new Account { Id = TypeId.New<AccountId>(now), Email = email, CreatedAt = now };
        account.memberships.Add(new Membership(account.Id, userId, organizationId, now));
        account.Raise(new AccountOpened(account.Id, userId, organizationId));
        return account;
    }

    /// <summary>Sets the password, by its hash.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordChangedAt) = (hash, now);
        Raise(new PasswordChanged(Id), now);
    }

    /// <summary>Keeps a new TOTP secret, in place of one that was never confirmed. It is no second factor yet.</summary>
    /// <exception cref="ConflictError">There is a confirmed one.</exception>
    public void BeginTotp(byte[] encryptedSecret, DateTimeOffset now)
    {
        if (TotpConfirmedAt is not null)
        {
            throw AccessErrors.TotpIsOn();
        }

        (EncryptedTotpSecret, TotpBegunAt, TotpLastTimeStep) = (encryptedSecret, now, 0);

        // Also for the version: a confirmation at the same time must not confirm this secret with a code of the one before.
        Raise(new TotpBegun(Id), now);
    }

    /// <summary>The TOTP secret that waits to be confirmed, encrypted.</summary>
    /// <exception cref="ConflictError">There is none, or it was made more than 15 minutes ago, or it is confirmed.</exception>
    public byte[] TotpSecretToConfirm(DateTimeOffset now) =>
        TotpConfirmedAt is not null ? throw AccessErrors.TotpIsOn()
        : EncryptedTotpSecret is { } secret && now - TotpBegunAt <= TotpLifetimeUnconfirmed ? secret
        : throw AccessErrors.TotpNotBegun();

    /// <summary>Makes the TOTP secret a second factor: its first code was right.</summary>
    /// <param name="timeStep">The time step of that code, which is used up with it.</param>
    /// <param name="now">The time.</param>
    public void ConfirmTotp(long timeStep, DateTimeOffset now)
    {
        (TotpConfirmedAt, TotpLastTimeStep) = (now, timeStep);
        Raise(new TotpEnabled(Id), now);
    }

    /// <summary>Forgets the TOTP secret.</summary>
    /// <exception cref="ConflictError">There is no confirmed one.</exception>
    public void DisableTotp(DateTimeOffset now)
    {
        if (TotpConfirmedAt is null)
        {
            throw AccessErrors.TotpIsOff();
        }

        ForgetTotp();
        Raise(new TotpDisabled(Id), now);
    }

    /// <summary>Notes that there are new recovery codes, and that the old ones are worth nothing.</summary>
    public void RenewRecoveryCodes(DateTimeOffset now) => Raise(new RecoveryCodesRenewed(Id), now);

    /// <summary>Notes that a recovery code was used.</summary>
    public void UseRecoveryCode(DateTimeOffset now) => Raise(new RecoveryCodeUsed(Id), now);

    /// <summary>Notes that a code or a password was wrong with which the person was to prove again who they are.</summary>
    public void FailVerification(DateTimeOffset now) => Raise(new VerificationFailed(Id), now);

    /// <summary>Ends the membership of a user; with the last one, the account closes.</summary>
    public void Leave(UserId userId, DateTimeOffset now)
    {
        foreach (var membership in memberships.Where(membership => membership.UserId == userId))
        {
            membership.End(now);
        }

        if (memberships.TrueForAll(membership => membership.DeletedAt is not null))
        {
            Delete(now);
        }
    }

    /// <summary>Closes the account: nobody signs in with it again, the password is forgotten, and the address is free.</summary>
    public void Delete(DateTimeOffset now)
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
        ForgetTotp();
        DeletedAt = now;
        Raise(new AccountClosed(Id), now);
    }

    private void ForgetTotp() => (EncryptedTotpSecret, TotpBegunAt, TotpConfirmedAt, TotpLastTimeStep) = (null, null, null, 0);
}
