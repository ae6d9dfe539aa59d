using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class SendInvitationHandler(
    IRepository<Invitation> invitations,
    IAccountService accounts,
    InvitationMailer mailer,
    Grants grants,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<SendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(SendInvitation command, CancellationToken cancellationToken)
    {
        grants.Require(command.Role);
        var email = EmailAddress.Parse(command.Email!);
        if (await accounts.ExistsAsync(email, cancellationToken))
        {
            throw InvitationErrors.EmailTaken();
        }

        var (invitation, isNew) = await SendAsync(email, command.Role, cancellationToken);
        audit.Record(invitation);
        await mailer.SendAsync(invitation, cancellationToken);
        return invitation.Adapt<InvitationResponse>() with { IsNew = isNew };
    }

    private async Task<(Invitation Invitation, bool IsNew)> SendAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken)
    {
        var (userId, now) = (context.RequiredUserId, clock.GetUtcNow());
        if (await invitations.SingleOrDefaultAsync(new PendingInvitationByEmailSpec(email), cancellationToken) is { } pending)
        {
            pending.Resend(role, userId, now);
            return (pending, false);
        }

        var invitation = Invitation.Send(context.Required.OrganizationId, email, role, userId, now);
        await invitations.AddAsync(invitation, cancellationToken);
        return (invitation, true);
    }
}
