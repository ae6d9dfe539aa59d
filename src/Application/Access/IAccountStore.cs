using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Changes to accounts that have to be one statement, because others may change the same account at the same time.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Whether the account is still open and the password, where one was verified, still the same. If so, holds it until the transaction ends: whoever takes rights
    /// away waits for the new session, or the sign-in waits and sees that they are gone.
    /// </summary>
    Task<bool> LockForUpdateAsync(AccountId id, SignInProof proof, CancellationToken cancellationToken);

    /// <summary>Notes when somebody has signed in.</summary>
    Task RecordSignInAsync(AccountId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that the code of a time step was accepted, if none of that step or a later one was, and the app is still the one that was confirmed then: of any
    /// number at the same time, one succeeds.
    /// </summary>
    Task<bool> ConsumeTimeStepAsync(AccountId id, DateTimeOffset confirmedAt, long timeStep, CancellationToken cancellationToken);

    /// <summary>Puts a stronger hash of the same password in place of the present one, if that is still there.</summary>
    Task UpgradeHashAsync(AccountId id, string present, string stronger, CancellationToken cancellationToken);
}
