namespace CleanApi.Application.Access;

/// <summary>
/// The questions for a second factor. Each stands for a first factor that was right, lasts 5 minutes, is looked at together with 5 codes at most, and gives one
/// session.
/// </summary>
public interface IMfaChallenges
{
    /// <summary>Asks; what is stored of the question joins the unit of work.</summary>
    MfaChallenge Issue(PendingSignIn pending, IReadOnlyList<string> methods);

    /// <summary>What a token stands for; null when it is unknown, used or too old.</summary>
    Task<PendingSignIn?> FindAsync(string? token, CancellationToken cancellationToken);

    /// <summary>The same, counted: null also after 5 times. Before something is compared that can be guessed, and outside the transaction that it rolls back.</summary>
    Task<PendingSignIn?> AttemptAsync(string? token, CancellationToken cancellationToken);

    /// <summary>Consumes the token, in the transaction that stores the session. Atomic: of concurrent calls one succeeds.</summary>
    Task<PendingSignIn?> ConsumeAsync(string? token, CancellationToken cancellationToken);
}
