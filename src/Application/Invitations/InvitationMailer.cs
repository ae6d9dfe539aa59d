using CleanApi.Application.Access;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Mails an invitation's link. The mail is stored with the invitation and sent afterwards.</summary>
[Service]
internal sealed class InvitationMailer(
    IMailOutbox mails, IInvitationTokens tokens, IOrganizationService organizations, IUserDirectory users, MailLinks links)
{
    // The token outlives the invitation, so that a late link is rejected as expired and not as unknown.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>Mails the link of the current send count.</summary>
    public async Task SendAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var organization = await organizations.GetAsync(cancellationToken);
        var invitedBy = await users.FindAsync(invitation.InvitedById, cancellationToken) ?? throw NotFoundError.Of(invitation.InvitedById);
        var token = tokens.Issue(invitation.Email, InvitationReference.To(invitation).ToString(), Invitation.Lifetime + Grace);
        mails.Add(new InvitationMail(
            invitation.Email, invitedBy.Name, organization.Name, Words(invitation.Role), links.AcceptInvitation(token), invitation.ExpiresAt));
    }

    private static string Words(UserRole role) => role switch
    {
        UserRole.Admin => "an administrator",
        UserRole.Member => "a member",
        _ => "a viewer",
    };
}
