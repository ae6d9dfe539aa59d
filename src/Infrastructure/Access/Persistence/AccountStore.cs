using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IAccountStore" />
internal sealed class AccountStore(CleanApiDbContext db) : IAccountStore
{
    /// <inheritdoc />
    public async Task<bool> SignInAsync(AccountId id, SignInProof proof, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Set<Account>()
            .Where(account => account.Id == id && (proof.Method != SignInMethod.Password || account.PasswordChangedAt == proof.PasswordChangedAt))
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.LastSignInAt, now), cancellationToken) > 0;

    /// <inheritdoc />
    public Task UpgradeHashAsync(AccountId id, string present, string stronger, CancellationToken cancellationToken) =>
        db.Set<Account>()
            .Where(account => account.Id == id && account.PasswordHash == present)
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.PasswordHash, stronger), cancellationToken);
}
