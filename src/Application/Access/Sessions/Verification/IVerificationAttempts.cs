using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Throttles guesses of a secret, counted per subject and source: the sign-in of the caller's session where there is one, else the network. Whoever guesses in a
/// stolen session delays that sign-in alone, and switching to another organization gives no further guesses. Networks that nobody has signed in from are also counted together, against distributed attacks. Unknown addresses are treated like
/// known ones.
/// </summary>
public interface IVerificationAttempts
{
    /// <summary>
    /// Counts an attempt as a failure before it is verified, so that concurrent guesses count too; a success undoes it. Attempts on the same subject from the same
    /// source are serialized.
    /// </summary>
    /// <exception cref="ServiceUnavailableError">Too many attempts are waiting.</exception>
    Task<VerificationAttempt> BeginAsync(VerificationSubject subject, CancellationToken cancellationToken);

    /// <summary>Takes back the attempt that was begun: what was given was right, but is not all that is asked for. Earlier failures stay.</summary>
    Task TakeBackAsync(VerificationSubject subject, CancellationToken cancellationToken);

    /// <summary>Clears the failures from the current source; a network becomes a known one of the subject. Joins the unit of work.</summary>
    Task SucceedAsync(VerificationSubject subject, CancellationToken cancellationToken);

    /// <summary>The same after a sign-in with an account: those of its address, or of the local account alone.</summary>
    Task SucceedAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Clears all failures of an account, of every kind, and of its address, and makes the current network a known one: its owner has proved control of the mailbox. Joins the unit
    /// of work.
    /// </summary>
    Task ClearAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken);
}
