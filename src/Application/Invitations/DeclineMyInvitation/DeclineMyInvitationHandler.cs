using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class DeclineMyInvitationHandler(
    InvitedCaller invited,
    InvitationPreviews previews,
    IRepository<Invitation> invitations,
    InvitationLinks links,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<DeclineMyInvitation, Unit>
{
    public async Task<Unit> Handle(DeclineMyInvitation command, CancellationToken cancellationToken)
    {
        var (account, _) = await invited.RequireAsync(cancellationToken);
        var reference = await previews.FindAsync(account.Email, command.Id, cancellationToken);
        // Without an actor: whoever declines is nobody in that organization.
        return await context.RunAsAsync(
            new SystemCaller(reference.OrganizationId),
            () => unitOfWork.ExecuteAsync(cancellation => DeclineAsync(reference, cancellation), cancellationToken));
    }

    private async Task<Unit> DeclineAsync(InvitationReference reference, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var invitation = await invitations.SingleOrDefaultAsync(new ByIdSpec<Invitation, InvitationId>(reference.InvitationId), cancellationToken);
        if (invitation?.IsOpen(reference.SendCount, now) != true)
        {
            throw InvitationErrors.NotFound(reference.InvitationId);
        }

        invitation.Decline(now);
        audit.Record(invitation);
        await links.RevokeAsync(invitation, cancellationToken);
        return Unit.Value;
    }
}
