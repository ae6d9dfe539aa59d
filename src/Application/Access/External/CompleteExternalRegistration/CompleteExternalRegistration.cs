using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Access;

/// <summary>Creates the account of a first external sign-in, in the organization that its person has chosen, and signs in.</summary>
/// <param name="Token">From the callback.</param>
/// <param name="InvitationId">The invitation to accept; null for an organization of their own.</param>
[AllowAnonymous("The token is the credential.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("Creates the account in one transaction and the session in another.")]
public sealed record CompleteExternalRegistration(string? Token, InvitationId? InvitationId = null) : ICommand<SignInResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(CompleteExternalRegistration);
}
