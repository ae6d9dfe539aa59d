using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class ResendInvitationHandler(
    IRepository<Invitation> invitations,
    InvitationEligibility eligibility,
    InvitationLinks links,
    IMailOutbox mails,
    Grants grants,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<ResendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(ResendInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await invitations.LoadAsync(command.Id, cancellationToken);
        await grants.RequireAsync(invitation.Role, cancellationToken);
        invitation.Resend(invitation.Role, context.RequiredUserId, clock.GetUtcNow(), invitation.KeepsRole);
        await eligibility.RequireAsync(invitation.Email, cancellationToken);
        audit.Record(invitation);
        await links.RenewAsync(invitation, cancellationToken);
        mails.Reserve<InvitationMail>(invitation.Email);
        return invitation.Adapt<InvitationResponse>();
    }
}
