using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class ResendInvitationHandler(
    IRepository<Invitation> invitations,
    IAccountService accounts,
    InvitationMailer mailer,
    Grants grants,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<ResendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(ResendInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await invitations.LoadAsync(command.Id, cancellationToken);
        grants.Require(invitation.Role);
        invitation.Resend(invitation.Role, context.RequiredUserId, clock.GetUtcNow());
        if (await accounts.ExistsAsync(invitation.Email, cancellationToken))
        {
            throw InvitationErrors.EmailTaken();
        }

        audit.Record(invitation);
        await mailer.SendAsync(invitation, cancellationToken);
        return invitation.Adapt<InvitationResponse>();
    }
}
