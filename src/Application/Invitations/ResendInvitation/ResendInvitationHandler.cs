using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class ResendInvitationHandler(
    IRepository<Invitation> invitations, InvitationMailer mailer, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<ResendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(ResendInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await invitations.SingleOrDefaultAsync(new InvitationToEdit(command.Id), cancellationToken) ?? throw InvitationErrors.NotFound(command.Id);
        invitation.SendAgain(invitation.Role, context.Required.UserId, clock.GetUtcNow());
        if (await sender.Send(new IsAddressTaken(invitation.Email), cancellationToken))
        {
            throw InvitationErrors.EmailTaken();
        }

        await mailer.SendAsync(invitation, cancellationToken);
        return invitation.Adapt<InvitationResponse>();
    }
}
