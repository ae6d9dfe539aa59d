using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Authenticates API keys and caches the callers, because a client sends the same key with every request. A stale entry is harmless: every statement checks the
/// key's stamp. Unknown keys are not cached, so that guesses evict nothing.
/// </summary>
internal sealed class ApiKeyReader(Database database, IServiceScopeFactory scopes, ApiKeyUses uses, VerificationMeter meter, TimeProvider clock) : IApiKeyReader, IApiKeyCallerRefresher
{
    private const string Action = "api_key.used";
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
        var isKnown = cache.TryGet(hash, out var verified);
        meter.Look("api_keys", isKnown);
        if (isKnown)
        {
            return await RequireValidAsync(verified!);
        }

        return await VerifyAsync(await ApiKeyRow.FindAsync(database.Application, hash, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<ApiKeyCaller?> RefreshAsync(ApiKeyCaller caller, CancellationToken cancellationToken) =>
        await VerifyAsync(await ApiKeyRow.FindAsync(database.Application, caller.OrganizationId, caller.ApiKeyId, cancellationToken), cancellationToken);

    // The stamp is read before the role and the policy: a concurrent change leaves an entry with an outdated stamp, never a valid one with the old role. A key
    // whose owner has yet to enroll a second factor is looked up each time: enrolling it frees the key at once, in every organization of the owner.
    private async Task<ApiKeyCaller?> VerifyAsync(ApiKeyRow? row, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return await RefuseAsync(RefusalReasons.KeyUnknown, AuditTarget.Unknown);
        }

        var refusal = row.IsRevoked ? RefusalReasons.KeyRevoked : null;
        if (refusal is null && await WithOwnerAsync(row.Caller, row.ExpiresAt, cancellationToken) is { } caller)
        {
            var verified = new VerifiedApiKey(caller, row.ExpiresAt);
            if (caller.MfaEnrollmentRequired)
            {
                cache.Remove(row.Hash);
            }
            else
            {
                cache.Set(row.Hash, verified);
            }

            return await RequireValidAsync(verified);
        }

        cache.Remove(row.Hash);
        return await RefuseAsync(refusal ?? RefusalReasons.AccountUnavailable, TargetOf(row.Caller));
    }

    private async ValueTask<ApiKeyCaller?> RequireValidAsync(VerifiedApiKey verified)
    {
        var now = clock.GetUtcNow();
        if (!verified.IsValidAt(now))
        {
            return await RefuseAsync(RefusalReasons.KeyExpired, TargetOf(verified.Caller));
        }

        uses.Record(verified.Caller, now);
        return verified.Caller;
    }

    private static AuditTarget TargetOf(ApiKeyCaller key) => AuditTarget.Of(key.OrganizationId, key.ApiKeyId);

    // In the log of the key's organization, with the key and not its owner as the target: whoever has it may be anybody.
    private async Task<ApiKeyCaller?> RefuseAsync(string reason, AuditTarget target)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAuditTrail>().RecordRefusalAsync(new Refusal(Action, AuditOutcome.Failed, reason, target));
        return null;
    }

    // Null where the owner may not sign in. Runs as the system caller: whether the key is still valid is checked by each statement it executes.
    private async Task<ApiKeyCaller?> WithOwnerAsync(ApiKeyCaller key, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await services.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(key.OrganizationId, key.UserId),
            async () => await services.GetRequiredService<IUserDirectory>().FindAsync(key.UserId, cancellationToken) is { Status: UserStatus.Active } owner
                ? key with
                {
                    Role = owner.Role,
                    ExpiresAt = expiresAt ?? DateTimeOffset.MaxValue,
                    MfaEnrollmentRequired = await services.GetRequiredService<IMfaEnrollment>().IsRequiredAsync(key.UserId, cancellationToken),
                }
                : null);
    }
}
