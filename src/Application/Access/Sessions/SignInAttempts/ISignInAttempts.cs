using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Throttles password guessing: per email address and network, and per address alone against distributed attacks. Unknown addresses are treated the
/// same way.
/// </summary>
public interface ISignInAttempts
{
    /// <summary>
    /// Counts an attempt as a failure before it is verified, so that concurrent guesses count too; a success undoes it. Attempts with the same address from
    /// the same network are serialized.
    /// </summary>
    /// <exception cref="ServiceUnavailableError">Too many attempts are waiting.</exception>
    Task<SignInAttempt> BeginAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Clears the failures from the current network and records it as a known network of the user. Joins the unit of work.</summary>
    Task SucceedAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Clears all failures and records the current network as a known network of the user, who has proved control of the mailbox. Joins the unit of work.
    /// </summary>
    Task ClearAsync(EmailAddress email, CancellationToken cancellationToken);
}
