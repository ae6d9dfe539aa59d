using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Changes to passkeys that have to be one statement, because others may use the same passkey at the same time.</summary>
public interface IPasskeyStore
{
    /// <summary>
    /// Notes a use. False when the passkey is gone, or when its counter has not gone on: of two signatures with one counter, only the first counts. An
    /// authenticator that does not count says 0 each time.
    /// </summary>
    Task<bool> RecordUseAsync(AssertedPasskey asserted, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes all passkeys of an account.</summary>
    Task RemoveAllAsync(AccountId accountId, DateTimeOffset now, CancellationToken cancellationToken);
}
