using CleanApi.Application.Access;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>
/// The tokens of invitation links. An invitation has one at most: those of earlier mails, and of one that is over, would only have to be read whenever the address
/// looks for its invitations. Joins the caller's transaction.
/// </summary>
[Service]
internal sealed class InvitationLinks(IInvitationTokens tokens)
{
    // The token outlives the invitation, so that a late link is rejected as expired and not as unknown.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>Issues the token of the current send count, and revokes the one before.</summary>
    public async Task<string> RenewAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        await RevokeAsync(invitation, cancellationToken);
        return tokens.Issue(invitation.Email, InvitationReference.To(invitation).ToString(), Invitation.Lifetime + Grace);
    }

    /// <summary>Revokes what is left of an invitation's tokens.</summary>
    public Task RevokeAsync(Invitation invitation, CancellationToken cancellationToken) => tokens.RevokeAsync(
        invitation.Email, text => InvitationReference.TryParse(text, out var reference) && reference.InvitationId == invitation.Id, cancellationToken);
}
