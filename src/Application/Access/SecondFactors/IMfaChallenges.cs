using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// MFA challenges. A challenge proves a verified first factor, is valid for 5 minutes and 5 attempts, and can be exchanged for one session.
/// </summary>
public interface IMfaChallenges
{
    /// <summary>Issues a challenge and adds it to the unit of work.</summary>
    MfaChallenge Issue(PendingSignIn pending, IReadOnlyList<string> methods);

    /// <summary>Returns the pending sign-in of a token; null when it is unknown, used or expired, or its attempts are used up.</summary>
    Task<PendingSignIn?> FindAsync(string? token, CancellationToken cancellationToken);

    /// <summary>
    /// The same, and counts an attempt; null also after 5 attempts. Call it before a code is verified, and outside the transaction that a failure rolls back.
    /// </summary>
    Task<PendingSignIn?> AttemptAsync(string? token, CancellationToken cancellationToken);

    /// <summary>Revokes the pending challenges of a user: those of the account in other organizations stay. Joins the unit of work.</summary>
    Task RevokeAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Revokes the pending challenges of an account: they must not outlive its sessions, nor its password. Joins the unit of work.</summary>
    Task RevokeAllAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Consumes the token, in the transaction that stores the session. Atomic: of concurrent calls one succeeds.</summary>
    Task<PendingSignIn?> ConsumeAsync(string? token, CancellationToken cancellationToken);
}
