using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts invitations without their link.</summary>
public interface IInvitationAcceptance
{
    /// <summary>
    /// Accepts the open invitation of an email address that an external provider has verified, if there is exactly one: between several organizations, the
    /// user must choose. Opens its own unit of work.
    /// </summary>
    /// <exception cref="ConflictError">The address has an account by now.</exception>
    Task<InvitationAcceptanceResult> AcceptByVerifiedEmailAsync(EmailAddress email, string name, CancellationToken cancellationToken);
}
