using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Authenticates API keys and caches the callers, because a client sends the same key with every request. A stale entry is harmless: every statement checks the
/// key's stamp. Unknown keys are not cached, so that guesses evict nothing.
/// </summary>
internal sealed class ApiKeyReader(Database database, IServiceScopeFactory scopes, ApiKeyUses uses, TimeProvider clock) : IApiKeyReader, IApiKeyCallerRefresher
{
    private const int CachedKeys = 10_000;

    private readonly VerifiedCache<VerifiedApiKey> cache = new(CachedKeys);

    /// <inheritdoc />
    public async ValueTask<ApiKeyCaller?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (!ApiKeySecrets.IsWellFormed(key))
        {
            return null;
        }

        var hash = ApiKeySecrets.Hash(key);
        if (!cache.TryGet(hash, out var verified))
        {
            verified = await VerifyAsync(await ApiKeyRow.FindAsync(database.Application, hash, cancellationToken), cancellationToken);
        }

        var now = clock.GetUtcNow();
        if (verified is null || !verified.IsValidAt(now))
        {
            return null;
        }

        uses.Record(verified.Caller, now);
        return verified.Caller;
    }

    /// <inheritdoc />
    public async Task<ApiKeyCaller?> RefreshAsync(ApiKeyCaller caller, CancellationToken cancellationToken)
    {
        var row = await ApiKeyRow.FindAsync(database.Application, caller.OrganizationId, caller.ApiKeyId, cancellationToken);
        return await VerifyAsync(row, cancellationToken) is { } verified && verified.IsValidAt(clock.GetUtcNow()) ? verified.Caller : null;
    }

    // The stamp is read before the role: a concurrent change of role leaves an entry with an outdated stamp, never a valid one with the old role.
    private async Task<VerifiedApiKey?> VerifyAsync(ApiKeyRow? row, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return null;
        }

        if (await OwnerAsync(row.Caller, cancellationToken) is not { Status: UserStatus.Active } owner)
        {
            cache.Remove(row.Hash);
            return null;
        }

        var verified = new VerifiedApiKey(row.Caller with { Role = owner.Role }, row.ExpiresAt);
        cache.Set(row.Hash, verified);
        return verified;
    }

    private async Task<UserSignInState?> OwnerAsync(ApiKeyCaller key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<IUserDirectory>();
        // Runs as the system caller: whether the key is still valid is checked by each statement it executes.
        return await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(key.OrganizationId, key.UserId), () => users.FindAsync(key.UserId, cancellationToken));
    }
}
