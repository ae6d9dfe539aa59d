using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Atomic changes to passkeys.</summary>
public interface IPasskeyStore
{
    /// <summary>
    /// Records a use; false when the passkey was removed or its signature counter has not increased. Authenticators without a counter always send 0, which is
    /// accepted.
    /// </summary>
    Task<bool> RecordUseAsync(AssertedPasskey asserted, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes the passkeys of an account that were added from a moment on.</summary>
    Task RemoveAllAsync(AccountId accountId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);
}
