using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// One-time tokens, <c>tok_</c> and 256 bits in base64url. Stored are the token's hash, and its payload encrypted. Every method joins the transaction
/// that is open; what is rolled back was not issued, not used and not counted.
/// </summary>
public interface IOneTimeTokens
{
    /// <summary>Makes a token and adds what is stored of it to the unit of work.</summary>
    /// <param name="purpose">What it is good for.</param>
    /// <param name="lifetime">How long.</param>
    /// <param name="accountId">Whose account, where there is one.</param>
    /// <param name="subject">What it is about, where there is no account: an address. Stored as a keyed hash.</param>
    /// <param name="payload">What is needed again when it is used.</param>
    string Issue(OneTimeTokenPurpose purpose, TimeSpan lifetime, AccountId? accountId = null, string? subject = null, string? payload = null);

    /// <summary>Uses a token up: of any number at the same time, one succeeds. Null when it is unknown, used, expired, or for something else.</summary>
    Task<OneTimeTokenContent?> ConsumeAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken);

    /// <summary>Looks at a token without using it; null as with <see cref="ConsumeAsync"/>.</summary>
    Task<OneTimeTokenContent?> FindAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken);

    /// <summary>
    /// Looks at a token and counts that; null once there were as many attempts as allowed. For what comes with a code: call it before the code is compared,
    /// and outside a transaction that a wrong code would roll back.
    /// </summary>
    Task<OneTimeTokenContent?> AttemptAsync(OneTimeTokenPurpose purpose, string? token, int maxAttempts, CancellationToken cancellationToken);

    /// <summary>The newest token of a subject that is still good; null when there is none.</summary>
    Task<OneTimeTokenContent?> NewestAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);

    /// <summary>All tokens of a subject that are still good, newest first.</summary>
    Task<IReadOnlyList<OneTimeTokenContent>> ListAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);

    /// <summary>Withdraws all tokens of an account for one purpose.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Withdraws all tokens of a subject for one purpose.</summary>
    Task RevokeAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken);
}
