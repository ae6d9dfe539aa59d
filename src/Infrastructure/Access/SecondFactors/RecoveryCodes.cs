using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IRecoveryCodes" />
internal sealed class RecoveryCodes(CleanApiDbContext db, RecoveryCodeSecrets secrets, TimeProvider clock) : IRecoveryCodes
{
    private const int Number = 10;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ReplaceAsync(AccountId accountId, CancellationToken cancellationToken)
    {
        await RemoveAsync(accountId, cancellationToken);
        var now = clock.GetUtcNow();
        List<string> texts = [];
        for (var i = 0; i < Number; i++)
        {
            var text = RecoveryCodeText.Create();
            _ = RecoveryCodeText.TryParse(text, out var code);
            db.Add(RecoveryCode.Create(accountId, secrets.Hash(accountId, code), now));
            texts.Add(text);
        }

        return texts;
    }

    /// <inheritdoc />
    public Task RemoveAsync(AccountId accountId, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc />
    public Task<int> CountAsync(AccountId accountId, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().CountAsync(code => code.AccountId == accountId && code.UsedAt == null, cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ConsumeAsync(AccountId accountId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<RecoveryCode>()
            .Where(row => row.AccountId == accountId && row.Hash == secrets.Hash(accountId, code) && row.UsedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.UsedAt, now), cancellationToken) > 0;
    }
}
