using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class RevokeInvitationHandler(IRepository<Invitation> invitations, InvitationLinks links, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RevokeInvitation, Unit>
{
    public async Task<Unit> Handle(RevokeInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await invitations.LoadAsync(command.Id, cancellationToken);
        invitation.Revoke(clock.GetUtcNow());
        audit.Record(invitation);
        await links.RevokeAsync(invitation, cancellationToken);
        return Unit.Value;
    }
}
