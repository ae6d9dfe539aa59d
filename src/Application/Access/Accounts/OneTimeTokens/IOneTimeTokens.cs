using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Single-use tokens: <c>tok_</c> and 256 random bits in base64url. The database stores the token's hash and its encrypted payload. Every method joins the
/// open transaction: a rollback also undoes the issue, the use or the count.
/// </summary>
public interface IOneTimeTokens
{
    /// <summary>Issues a token and adds it to the unit of work.</summary>
    /// <param name="purpose">The only purpose that it can be used for.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="accountId">The account; null when there is none yet.</param>
    /// <param name="subject">What to find the token by, as the email address of one without an account. Stored as a keyed hash.</param>
    /// <param name="payload">Data that is needed when it is used.</param>
    string Issue(OneTimeTokenPurpose purpose, TimeSpan lifetime, AccountId? accountId = null, string? subject = null, string? payload = null);

    /// <summary>Consumes a token. Atomic: of concurrent calls one succeeds. Null when it is unknown, used, revoked, expired or for another purpose.</summary>
    Task<OneTimeTokenContent?> ConsumeAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken);

    /// <summary>Reads a token without consuming it; null as with <see cref="ConsumeAsync"/>.</summary>
    Task<OneTimeTokenContent?> FindAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a token, also one that is used, revoked or expired, while it is stored: to record whom a refusal is about. It lets nobody in.
    /// </summary>
    Task<OneTimeTokenContent?> FindSpentAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a token and counts an attempt; null when the attempts are used up. Call it before a code is verified, and outside a transaction that a wrong
    /// code would roll back.
    /// </summary>
    Task<OneTimeTokenContent?> AttemptAsync(OneTimeTokenPurpose purpose, string? token, int maxAttempts, CancellationToken cancellationToken);

    /// <summary>Returns the oldest valid token of a subject; null when there is none.</summary>
    Task<OneTimeTokenContent?> OldestAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);

    /// <summary>Returns all valid tokens of a subject, newest first.</summary>
    Task<IReadOnlyList<OneTimeTokenContent>> ListAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);

    /// <summary>Revokes all tokens of an account for one purpose.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Revokes those tokens of a subject for one purpose whose content says so.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, string subject, Func<OneTimeTokenContent, bool> isRevoked, CancellationToken cancellationToken);

    /// <summary>Revokes the tokens of an account for one purpose that were issued from a moment on.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, AccountId accountId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Revokes all tokens of a subject for one purpose.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);
}
