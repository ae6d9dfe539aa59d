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

    // The stamp is read before the role and the policy: a concurrent change leaves an entry with an outdated stamp, never a valid one with the old role. A key
    // whose owner has yet to enroll a second factor is looked up each time: enrolling it frees the key at once, in every organization of the owner.
    private async Task<VerifiedApiKey?> VerifyAsync(ApiKeyRow? row, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return null;
        }

        var caller = await WithOwnerAsync(row.Caller, cancellationToken);
        if (caller is null or { MfaEnrollmentRequired: true })
        {
            cache.Remove(row.Hash);
            return caller is null ? null : new VerifiedApiKey(caller, row.ExpiresAt);
        }

        var verified = new VerifiedApiKey(caller, row.ExpiresAt);
        cache.Set(row.Hash, verified);
        return verified;
    }

    // Null where the owner may not sign in. Runs as the system caller: whether the key is still valid is checked by each statement it executes.
    private async Task<ApiKeyCaller?> WithOwnerAsync(ApiKeyCaller key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await services.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(key.OrganizationId, key.UserId),
            async () => await services.GetRequiredService<IUserDirectory>().FindAsync(key.UserId, cancellationToken) is { Status: UserStatus.Active } owner
                ? key with
                {
                    Role = owner.Role,
                    MfaEnrollmentRequired = await services.GetRequiredService<IMfaEnrollment>().IsRequiredAsync(key.UserId, cancellationToken),
                }
                : null);
    }
}
