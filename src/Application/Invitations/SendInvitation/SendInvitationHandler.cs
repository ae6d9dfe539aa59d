using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class SendInvitationHandler(
    IRepository<Invitation> invitations, InvitationMailer mailer, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<SendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(SendInvitation command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        if (await sender.Send(new IsAddressTaken(email), cancellationToken))
        {
            throw InvitationErrors.EmailTaken();
        }

        var invitation = await SendAsync(email, command.Role, cancellationToken);
        await mailer.SendAsync(invitation, cancellationToken);
        return invitation.Adapt<InvitationResponse>();
    }

    private async Task<Invitation> SendAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken)
    {
        var (caller, now) = (context.Required, clock.GetUtcNow());
        if (await invitations.SingleOrDefaultAsync(new PendingInvitationTo(email), cancellationToken) is { } pending)
        {
            pending.SendAgain(role, caller.UserId, now);
            return pending;
        }

        var invitation = Invitation.Send(caller.OrganizationId, email, role, caller.UserId, now);
        await invitations.AddAsync(invitation, cancellationToken);
        return invitation;
    }
}
