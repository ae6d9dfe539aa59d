using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Slows down whoever guesses passwords: by address and network, and by address alone where many networks guess together. Addresses that nobody has are
/// treated alike.
/// </summary>
public interface ISignInAttempts
{
    /// <summary>
    /// Counts an attempt as a failure before anything is verified, so that guesses at the same time count as well; a success takes it back. While another
    /// attempt with the address is verified for the same network, it waits.
    /// </summary>
    /// <exception cref="ServiceUnavailableError">Too many wait already.</exception>
    Task<SignInAttempt> BeginAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Forgets the failures from the present network, and remembers it as one that the person comes from. Part of the unit of work.</summary>
    Task SucceedAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets all failures, and remembers the present network as one that the person comes from: they have proved that the mailbox is theirs. Part of the unit of work.
    /// </summary>
    Task ClearAsync(EmailAddress email, CancellationToken cancellationToken);
}
