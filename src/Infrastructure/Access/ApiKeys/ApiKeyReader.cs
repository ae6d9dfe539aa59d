using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Finds whom a key acts for, and remembers it: a program sends the same key with every request. What is remembered cannot outlive its truth, because each
/// statement asks for the key's stamp; a key that is not ours is not remembered, so that guesses push nothing out.
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

        uses.Note(verified.Caller, now);
        return verified.Caller;
    }

    /// <inheritdoc />
    public async Task<ApiKeyCaller?> RefreshAsync(ApiKeyCaller caller, CancellationToken cancellationToken)
    {
        var row = await ApiKeyRow.FindAsync(database.Application, caller.OrganizationId, caller.ApiKeyId, cancellationToken);
        return await VerifyAsync(row, cancellationToken) is { } verified && verified.IsValidAt(clock.GetUtcNow()) ? verified.Caller : null;
    }

    // The stamp was read before the role: a change of role in between leaves something that is outdated, never one that keeps the old role.
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
        // As the program itself, which vouches for the key: whether the key is still valid is checked when it does something.
        return await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(key.OrganizationId, key.UserId), () => users.FindAsync(key.UserId, cancellationToken));
    }
}
