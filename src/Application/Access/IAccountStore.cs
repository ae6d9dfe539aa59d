using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Changes to accounts that have to be one statement, because others may change the same account at the same time.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Notes a sign-in, if the account is still open and the password, where one was verified, still the same. Holds the account until the transaction ends: whoever
    /// takes rights away waits for the new session, or the sign-in waits and sees that they are gone.
    /// </summary>
    Task<bool> SignInAsync(AccountId id, SignInProof proof, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts a stronger hash of the same password in place of the present one, if that is still there.</summary>
    Task UpgradeHashAsync(AccountId id, string present, string stronger, CancellationToken cancellationToken);
}
