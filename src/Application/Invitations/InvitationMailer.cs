using CleanApi.Application.Access;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>Sends an invitation's link. The mail is stored with the invitation and leaves afterwards.</summary>
internal sealed class InvitationMailer(IMailOutbox mails, SiteAddress site, ISender sender)
{
    private const string Page = "/auth/accept-invitation";

    // Who comes late with a link is told that it has expired, and not that there is no such link.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>Sends the link of the present sending.</summary>
    public async Task SendAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        // Both are for whoever may invite, a program whose key may nothing else too: GetUser answers a caller about themselves.
        var organization = await sender.Send(new GetOrganizationName(), cancellationToken);
        var invitedBy = await sender.Send(new GetUser(invitation.InvitedById), cancellationToken);
        var reference = InvitationReference.To(invitation).ToString();
        var token = await sender.Send(new IssueInvitationToken(invitation.Email, reference, Invitation.Lifetime + Grace), cancellationToken);
        mails.Add(new InvitationMail(
            invitation.Email, invitedBy.Name, organization, Words(invitation.Role), site.Link(Page, token), invitation.ExpiresAt));
    }

    private static string Words(UserRole role) => role switch
    {
        UserRole.Admin => "administrator",
        UserRole.Member => "member",
        _ => "viewer",
    };
}
