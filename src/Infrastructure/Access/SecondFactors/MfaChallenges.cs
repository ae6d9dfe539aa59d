using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IMfaChallenges" />
internal sealed class MfaChallenges(IOneTimeTokens tokens) : IMfaChallenges
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.SecondFactor;
    private const int MaxAttempts = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public MfaChallenge Issue(PendingSignIn pending, IReadOnlyList<string> methods) => new(
        pending.SessionId, tokens.Issue(Purpose, Lifetime, pending.AccountId, pending.UserId.ToString(), JsonSerializer.Serialize(pending)), (int)Lifetime.TotalSeconds, methods);

    /// <inheritdoc />
    public async Task<PendingSignIn?> FindAsync(string? token, CancellationToken cancellationToken) =>
        Read(await tokens.FindAsync(Purpose, token, cancellationToken)) is { AttemptsLeft: > 0 } pending ? pending : null;

    /// <inheritdoc />
    public async Task<PendingSignIn?> AttemptAsync(string? token, CancellationToken cancellationToken) =>
        Read(await tokens.AttemptAsync(Purpose, token, MaxAttempts, cancellationToken));

    /// <inheritdoc />
    public async Task<PendingSignIn?> ConsumeAsync(string? token, CancellationToken cancellationToken) =>
        Read(await tokens.ConsumeAsync(Purpose, token, cancellationToken));

    /// <inheritdoc />
    public Task RevokeAsync(UserId userId, CancellationToken cancellationToken) => tokens.RevokeAsync(Purpose, userId.ToString(), cancellationToken);

    /// <inheritdoc />
    public Task RevokeAllAsync(AccountId accountId, CancellationToken cancellationToken) => tokens.RevokeAsync(Purpose, accountId, cancellationToken);

    private static PendingSignIn? Read(OneTimeTokenContent? content) =>
        content?.Payload is { } payload && JsonSerializer.Deserialize<PendingSignIn>(payload) is { } pending
            ? pending with { AttemptsLeft = MaxAttempts - content.Attempts }
            : null;
}
