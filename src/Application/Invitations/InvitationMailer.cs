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
    IMailOutbox mails, InvitationLinks tokens, IOrganizationService organizations, IUserDirectory users, MailLinks links)
{
    /// <summary>Mails the link of the current send count.</summary>
    public async Task SendAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var organization = await organizations.GetAsync(cancellationToken);
        var invitedBy = await users.FindAsync(invitation.InvitedById, cancellationToken) ?? throw NotFoundError.Of(invitation.InvitedById);
        var token = await tokens.RenewAsync(invitation, cancellationToken);
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
