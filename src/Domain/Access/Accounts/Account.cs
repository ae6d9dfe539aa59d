using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// What somebody signs in with: an email address that they have proved, password and second factors. Memberships link it to one user in each organization. A
/// local account is one that an administrator has given a password: nobody has proved the address, and it opens that organization alone.
/// </summary>
[IdPrefix("acc")]
[Global("Read before the tenant is known: a sign-in starts from an email address alone.")]
public sealed class Account : AggregateRoot<AccountId>, ISoftDeletable
{
    /// <summary>Failed verifications in a row (MFA or step-up) in one session, or from one network, before further attempts there are delayed.</summary>
    public const int MaxVerificationFailures = 10;

    private static readonly TimeSpan UnconfirmedTotpLifetime = TimeSpan.FromMinutes(15);

    private readonly List<Membership> memberships = [];

    private Account()
    {
    }

    /// <summary>Unique among the accounts that are not deleted; a local account's only among those of its organization.</summary>
    public EmailAddress Email { get; private set; }

    /// <summary>The only organization that a local account opens; null for an account whose owner has proved the address.</summary>
    public OrganizationId? LocalOrganizationId { get; private init; }

    /// <summary>The account that has left this address and can still get it back; null for an account. Nobody signs in with a reservation.</summary>
    public AccountId? ReservedForId { get; private init; }

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

    /// <summary>The session that began to enroll the TOTP secret, which alone may confirm it; null when there is none to confirm.</summary>
    public SessionId? TotpSessionId { get; private set; }

    /// <summary>When the first code confirmed the TOTP secret, UTC. Only a confirmed secret is a second factor.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; private set; }

    /// <summary>The latest time step whose code was accepted; codes of this and earlier steps are rejected (RFC 6238, section 5.2).</summary>
    public long TotpLastTimeStep { get; private set; }

    /// <summary>When the account last signed in, UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <summary>The organization that it last signed in to, where a sign-in that names none goes; null before the first one.</summary>
    public OrganizationId? LastOrganizationId { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>One for each organization, with the account's user there.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>Creates an account for an address that its owner has just proved, without a credential and a membership yet.</summary>
    public static Account Create(EmailAddress email, DateTimeOffset now) => Create(email, localOrganizationId: null, now);

    /// <summary>Creates an account that opens one organization alone, because nobody has proved the address.</summary>
    public static Account CreateLocal(EmailAddress email, OrganizationId organizationId, DateTimeOffset now) => Create(email, organizationId, now);

    /// <summary>Joins an organization as one of its users.</summary>
    /// <exception cref="InvalidOperationException">It is in the organization already, or is local to another one.</exception>
    public void Join(UserId userId, OrganizationId organizationId, DateTimeOffset now)
    {
        if ((LocalOrganizationId ?? organizationId) != organizationId
            || memberships.Exists(membership => membership.OrganizationId == organizationId && membership.DeletedAt is null))
        {
            throw new InvalidOperationException($"The account {Id} cannot join {organizationId}: it is local to another organization, or in this one already.");
        }

        memberships.Add(new Membership(Id, userId, organizationId, now));
        Raise(new MembershipCreated(Id, userId, organizationId), now);
    }

    /// <summary>Sets the password hash.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordChangedAt) = (hash, now);
        Raise(new PasswordChanged(Id), now);
    }

    /// <summary>Changes the address to one that the owner has just proved.</summary>
    public void ChangeEmail(EmailAddress email, DateTimeOffset now)
    {
        Email = email;
        Raise(new AccountEmailChanged(Id), now);
    }

    /// <summary>Undoes a change of the address. The password ends: somebody else may have chosen it.</summary>
    public void RestoreEmail(EmailAddress email, DateTimeOffset now)
    {
        (Email, PasswordHash, PasswordChangedAt) = (email, null, now);
        Raise(new AccountEmailRestored(Id), now);
    }

    /// <summary>Stores a new, unconfirmed TOTP secret, for the session to confirm; it replaces an unconfirmed one.</summary>
    /// <exception cref="ConflictError">The account has a confirmed TOTP secret.</exception>
    public void BeginTotp(byte[] encryptedSecret, SessionId sessionId, DateTimeOffset now)
    {
        if (TotpConfirmedAt is not null)
        {
            throw AccessErrors.TotpAlreadyEnabled();
        }

        (EncryptedTotpSecret, TotpSessionId, TotpBegunAt, TotpLastTimeStep) = (encryptedSecret, sessionId, now, 0);
        // The event also increments the version: a concurrent confirmation must not confirm this secret with a code of the previous one.
        Raise(new TotpBegun(Id), now);
    }

    /// <summary>Returns the unconfirmed TOTP secret, encrypted.</summary>
    /// <exception cref="ConflictError">There is none, another session began it, it is older than 15 minutes, or it is confirmed already.</exception>
    public byte[] TotpSecretToConfirm(SessionId sessionId, DateTimeOffset now) =>
        TotpConfirmedAt is not null ? throw AccessErrors.TotpAlreadyEnabled()
        : EncryptedTotpSecret is { } secret && TotpSessionId == sessionId && now - TotpBegunAt <= UnconfirmedTotpLifetime ? secret
        : throw AccessErrors.TotpNotStarted();

    /// <summary>Confirms the TOTP secret, which makes it a second factor. The code of the time step cannot be used again.</summary>
    public void ConfirmTotp(long timeStep, DateTimeOffset now)
    {
        (TotpConfirmedAt, TotpSessionId, TotpLastTimeStep) = (now, null, timeStep);
        Raise(new TotpEnabled(Id), now);
    }

    /// <summary>Deletes the TOTP secret.</summary>
    /// <exception cref="ConflictError">The account has no confirmed TOTP secret.</exception>
    public void DisableTotp(DateTimeOffset now)
    {
        _ = TotpConfirmedAt ?? throw AccessErrors.TotpNotEnabled();
        ClearTotp();
        Raise(new TotpDisabled(Id), now);
    }

    /// <summary>Deletes the TOTP secret with all other second factors, which their owner has lost.</summary>
    /// <exception cref="ConflictError">The account is in several organizations: none of them alone decides how it signs in.</exception>
    public void ResetFactors(DateTimeOffset now)
    {
        if (memberships.Count(membership => membership.DeletedAt is null) > 1)
        {
            throw AccessErrors.SharedAccount();
        }

        ClearTotp();
        Raise(new SecondFactorsReset(Id), now);
    }

    /// <summary>Records that new recovery codes have replaced the old ones.</summary>
    public void RenewRecoveryCodes(DateTimeOffset now) => Raise(new RecoveryCodesRenewed(Id), now);

    /// <summary>Records the use of a recovery code.</summary>
    public void RecordRecoveryCodeUse(DateTimeOffset now) => Raise(new RecoveryCodeUsed(Id), now);

    /// <summary>Ends the membership of a user. The account is deleted with its last membership.</summary>
    public void EndMembership(UserId userId, DateTimeOffset now)
    {
        foreach (var membership in memberships.Where(membership => membership.UserId == userId && membership.DeletedAt is null))
        {
            membership.End(now);
            Raise(new MembershipEnded(Id, userId, membership.OrganizationId), now);
        }

        if (DeletedAt is null && memberships.TrueForAll(membership => membership.DeletedAt is not null))
        {
            Delete(now);
        }
    }

    private static Account Create(EmailAddress email, OrganizationId? localOrganizationId, DateTimeOffset now)
    {
        var account = new Account { Id = TypeId.New<AccountId>(now), Email = email, LocalOrganizationId = localOrganizationId, CreatedAt = now };
        account.Raise(new AccountCreated(account.Id));
        return account;
    }

    private void Delete(DateTimeOffset now)
    {
        PasswordHash = null;
        ClearTotp();
        DeletedAt = now;
        Raise(new AccountDeleted(Id), now);
    }

    private void ClearTotp() => (EncryptedTotpSecret, TotpSessionId, TotpBegunAt, TotpConfirmedAt, TotpLastTimeStep) = (null, null, null, null, 0);
}
