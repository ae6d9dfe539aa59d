using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>The credentials of a person: email address, password and second factors. A membership links the account to a user of an organization.</summary>
[IdPrefix("acc")]
[Global("Read before the tenant is known: a sign-in starts from an email address alone.")]
public sealed class Account : AggregateRoot<AccountId>, ISoftDeletable
{
    /// <summary>Failed verifications in a row (MFA or step-up) before further attempts are delayed.</summary>
    public const int MaxVerificationFailures = 10;

    private static readonly TimeSpan UnconfirmedTotpLifetime = TimeSpan.FromMinutes(15);

    private readonly List<Membership> memberships = [];

    private Account()
    {
    }

    /// <summary>Unique among the accounts that are not deleted.</summary>
    public EmailAddress Email { get; private init; }

    /// <summary>The password hash as a PHC string, with algorithm and parameters; null when no password is set.</summary>
    [Secret]
    public string? PasswordHash { get; private set; }

    /// <summary>When the password was last set, UTC; a rehash does not change it.</summary>
    public DateTimeOffset? PasswordChangedAt { get; private set; }

    /// <summary>The TOTP secret (RFC 6238), encrypted; null when there is none.</summary>
    [Secret]
    public byte[]? EncryptedTotpSecret { get; private set; }

    /// <summary>When the current TOTP secret was created, UTC.</summary>
    public DateTimeOffset? TotpBegunAt { get; private set; }

    /// <summary>When the first code confirmed the TOTP secret, UTC. Only a confirmed secret is a second factor.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; private set; }

    /// <summary>The latest time step whose code was accepted; codes of this and earlier steps are rejected (RFC 6238, section 5.2).</summary>
    public long TotpLastTimeStep { get; private set; }

    /// <summary>Failed verifications in a row (MFA or step-up).</summary>
    public int VerificationFailures { get; private set; }

    /// <summary>Until when further verifications are rejected, UTC; null when the next one is allowed.</summary>
    public DateTimeOffset? VerificationRetryAt { get; private set; }

    /// <summary>When the account last signed in, UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The account's users. Today there is exactly one, but only <see cref="Create"/> may rely on that.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>Creates an account for a user, without a password.</summary>
    public static Account Create(EmailAddress email, UserId userId, OrganizationId organizationId, DateTimeOffset now)
    {
        var account = new Account { Id = TypeId.New<AccountId>(now), Email = email, CreatedAt = now };
        account.memberships.Add(new Membership(account.Id, userId, organizationId, now));
        account.Raise(new AccountCreated(account.Id, userId, organizationId));
        return account;
    }

    /// <summary>Sets the password hash.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordChangedAt) = (hash, now);
        Raise(new PasswordChanged(Id), now);
    }

    /// <summary>Stores a new, unconfirmed TOTP secret; it replaces an unconfirmed one.</summary>
    /// <exception cref="ConflictError">The account has a confirmed TOTP secret.</exception>
    public void BeginTotp(byte[] encryptedSecret, DateTimeOffset now)
    {
        if (TotpConfirmedAt is not null)
        {
            throw AccessErrors.TotpAlreadyEnabled();
        }

        (EncryptedTotpSecret, TotpBegunAt, TotpLastTimeStep) = (encryptedSecret, now, 0);

        // The event also increments the version: a concurrent confirmation must not confirm this secret with a code of the previous one.
        Raise(new TotpBegun(Id), now);
    }

    /// <summary>Returns the unconfirmed TOTP secret, encrypted.</summary>
    /// <exception cref="ConflictError">There is none, it is older than 15 minutes, or it is confirmed already.</exception>
    public byte[] TotpSecretToConfirm(DateTimeOffset now) =>
        TotpConfirmedAt is not null ? throw AccessErrors.TotpAlreadyEnabled()
        : EncryptedTotpSecret is { } secret && now - TotpBegunAt <= UnconfirmedTotpLifetime ? secret
        : throw AccessErrors.TotpNotStarted();

    /// <summary>Confirms the TOTP secret, which makes it a second factor.</summary>
    /// <param name="timeStep">The time step of the confirming code; the code cannot be used again.</param>
    /// <param name="now">The current time.</param>
    public void ConfirmTotp(long timeStep, DateTimeOffset now)
    {
        (TotpConfirmedAt, TotpLastTimeStep) = (now, timeStep);
        Raise(new TotpEnabled(Id), now);
    }

    /// <summary>Deletes the TOTP secret.</summary>
    /// <exception cref="ConflictError">The account has no confirmed TOTP secret.</exception>
    public void DisableTotp(DateTimeOffset now)
    {
        if (TotpConfirmedAt is null)
        {
            throw AccessErrors.TotpNotEnabled();
        }

        ClearTotp();
        Raise(new TotpDisabled(Id), now);
    }

    /// <summary>Records that new recovery codes have replaced the old ones.</summary>
    public void RenewRecoveryCodes(DateTimeOffset now) => Raise(new RecoveryCodesRenewed(Id), now);

    /// <summary>Records the use of a recovery code.</summary>
    public void RecordRecoveryCodeUse(DateTimeOffset now) => Raise(new RecoveryCodeUsed(Id), now);

    /// <summary>Records a failed verification (MFA or step-up).</summary>
    public void RecordVerificationFailure(DateTimeOffset now) => Raise(new VerificationFailed(Id), now);

    /// <summary>Ends the membership of a user. The account is deleted with its last membership.</summary>
    public void EndMembership(UserId userId, DateTimeOffset now)
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

    /// <summary>Deletes the account and its credentials; the email address can be registered again.</summary>
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
        ClearTotp();
        DeletedAt = now;
        Raise(new AccountDeleted(Id), now);
    }

    private void ClearTotp() => (EncryptedTotpSecret, TotpBegunAt, TotpConfirmedAt, TotpLastTimeStep) = (null, null, null, 0);
}
