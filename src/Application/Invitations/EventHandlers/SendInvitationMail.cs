using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Mails an invitation's link, for which whoever has sent the invitation has taken a place.</summary>
[EventHandler("invitations.send-mail")]
internal sealed class SendInvitationMail(
    IRepository<Invitation> invitations, IMailOutbox mails, InvitationLinks tokens, IOrganizationService organizations, IUserDirectory users, MailLinks links)
    : IEventHandler<InvitationSent>
{
    public async Task HandleAsync(InvitationSent domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        var invitation = await invitations.SingleOrDefaultAsync(new ByIdSpec<Invitation, InvitationId>(domainEvent.InvitationId), cancellationToken);
        // Revoked meanwhile, or sent again, which has a mail of its own: its link would be worth nothing.
        if (invitation is not { Status: InvitationStatus.Pending } || invitation.ExpiresAt != domainEvent.ExpiresAt
            || await users.FindAsync(invitation.InvitedById, cancellationToken) is not { } invitedBy)
        {
            return;
        }

        var organization = await organizations.GetAsync(cancellationToken);
        var token = await tokens.RenewAsync(invitation, cancellationToken);
        mails.AddReserved(new InvitationMail(
            invitation.Email, invitedBy.Name, organization.Name, Words(invitation.Role), links.AcceptInvitation(token), invitation.ExpiresAt));
    }

    private static string Words(UserRole role) => role switch
    {
        UserRole.Admin => "an administrator",
        UserRole.Member => "a member",
        _ => "a viewer",
    };
}
