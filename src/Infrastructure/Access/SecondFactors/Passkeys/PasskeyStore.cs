using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IPasskeyStore" />
internal sealed class PasskeyStore(CleanApiDbContext db) : IPasskeyStore
{
    /// <inheritdoc />
    public async Task<bool> RecordUseAsync(AssertedPasskey asserted, DateTimeOffset now, CancellationToken cancellationToken) =>
        // No event: a mark of use.
        await db.Set<Passkey>()
            .Where(passkey => passkey.CredentialId == asserted.CredentialId && passkey.AccountId == asserted.AccountId
                && (passkey.SignCount < asserted.SignCount || (passkey.SignCount == 0 && asserted.SignCount == 0)))
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(passkey => passkey.SignCount, asserted.SignCount)
                    .SetProperty(passkey => passkey.IsBackedUp, asserted.IsBackedUp)
                    .SetProperty(passkey => passkey.LastUsedAt, now)
                    // Invalidates ETags that clients hold.
                    .SetProperty(passkey => passkey.Version, passkey => passkey.Version + 1),
                cancellationToken) > 0;

    /// <inheritdoc />
    public async Task RemoveAllAsync(AccountId accountId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var passkey in await db.Set<Passkey>().Where(passkey => passkey.AccountId == accountId && passkey.CreatedAt >= since).ToListAsync(cancellationToken))
        {
            passkey.Remove(now);
        }
    }
}
