using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <inheritdoc cref="IPendingInvitations" />
[Service]
internal sealed class PendingInvitations(
    IRepository<Invitation> invitations, IInvitationStore store, InvitationLinks links, IAuditTrail audit, TimeProvider clock) : IPendingInvitations
{
    private const string RoleChangedAction = "invitation.role_changed";
    private const string QuestionedAction = "invitation.questioned";

    /// <inheritdoc />
    public async Task RevokeAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        if (await LockAsync(email, cancellationToken) is { } invitation)
        {
            await RevokeAsync(invitation, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task WithdrawSentAsync(UserId by, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await store.LockPendingForUpdateAsync(by, cancellationToken);
        foreach (var invitation in await invitations.ListAsync(new InvitationsBySenderSpec(by, since), cancellationToken))
        {
            if (invitation.Status == InvitationStatus.Pending)
            {
                await RevokeAsync(invitation, cancellationToken);
            }
            else
            {
                invitation.Question(clock.GetUtcNow());
                audit.Record(QuestionedAction, invitation);
            }
        }
    }

    /// <inheritdoc />
    public async Task ChangeRoleAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken)
    {
        if (await LockAsync(email, cancellationToken) is { } invitation)
        {
            invitation.ChangeRole(role, clock.GetUtcNow());
            audit.Record(RoleChangedAction, invitation);
        }
    }

    private Task RevokeAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        invitation.Revoke(clock.GetUtcNow());
        audit.Record(RevokeInvitation.Action, invitation);
        return links.RevokeAsync(invitation, cancellationToken);
    }

    private async Task<Invitation?> LockAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        await store.LockPendingForUpdateAsync(email, cancellationToken);
        return await invitations.SingleOrDefaultAsync(new PendingInvitationByEmailSpec(email), cancellationToken);
    }
}
