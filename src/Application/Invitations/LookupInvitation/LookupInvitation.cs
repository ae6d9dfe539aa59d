using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Invitations;

/// <summary>Who invites whom to what: the invitation of a link, while it is open. The link can be used afterwards.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential.")]
public sealed record LookupInvitation(string? Token) : IQuery<InvitationPreviewResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(LookupInvitation);
}
