using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Atomic changes to accounts, each a single statement.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Locks the account until the transaction ends, if it exists and its password has not changed since it was verified or the session was switched from; false otherwise. A concurrent
    /// removal of rights waits for the new session, or the sign-in waits and sees it.
    /// </summary>
    Task<bool> LockForUpdateAsync(AccountId id, SignInProof proof, CancellationToken cancellationToken);

    /// <summary>Records the time of a sign-in, and the organization that it was to.</summary>
    Task RecordSignInAsync(AccountId id, OrganizationId organizationId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Consumes a TOTP time step: succeeds if no code of this or a later step was accepted and the app is still the confirmed one. Atomic: of concurrent
    /// calls one succeeds.
    /// </summary>
    Task<bool> ConsumeTimeStepAsync(AccountId id, DateTimeOffset confirmedAt, long timeStep, CancellationToken cancellationToken);

    /// <summary>Keeps an address that the account has left from everybody else; takes effect when the unit of work has saved the account.</summary>
    void Reserve(AccountId id, EmailAddress email, DateTimeOffset now);

    /// <summary>Frees addresses that were reserved for an account from a moment on.</summary>
    Task ReleaseAsync(AccountId id, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Since when an address is reserved for an account, UTC; null when it is not.</summary>
    Task<DateTimeOffset?> FindReservationAsync(AccountId id, EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Frees one address that was reserved for an account.</summary>
    Task ReleaseAsync(AccountId id, EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Replaces the password hash with a stronger one of the same password, if it has not changed.</summary>
    Task UpgradeHashAsync(AccountId id, string present, string stronger, CancellationToken cancellationToken);
}
