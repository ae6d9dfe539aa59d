using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts invitations without their link.</summary>
public interface IInvitationAcceptance
{
    /// <summary>
    /// Accepts the open invitation of an email address that an external provider has verified, if there is exactly one: between several organizations, the
    /// user must choose. Opens its own unit of work. Atomic: of concurrent calls one accepts, and the others find no open invitation or the account.
    /// </summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The new user's name.</param>
    /// <param name="accepted">Runs in the same transaction, as the new user, with the id of the account.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The address has an account by now.</exception>
    Task<InvitationAcceptanceResult> AcceptByVerifiedEmailAsync(
        EmailAddress email, string name, Func<AccountId, CancellationToken, Task> accepted, CancellationToken cancellationToken);
}
