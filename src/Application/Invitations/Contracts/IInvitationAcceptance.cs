using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts invitations without their link.</summary>
public interface IInvitationAcceptance
{
    /// <summary>
    /// Accepts the open invitation to an address that its owner has proved otherwise, if there is exactly one: between organizations, the person chooses.
    /// Opens its own unit of work.
    /// </summary>
    /// <exception cref="ConflictError">The address has an account by now.</exception>
    Task<InvitationAcceptanceResult> AcceptByVerifiedEmailAsync(EmailAddress email, string name, CancellationToken cancellationToken);
}
