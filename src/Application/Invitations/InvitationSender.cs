using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Sends the one invitation of an address, or sends it again. Joins the caller's unit of work.</summary>
[Service]
internal sealed class InvitationSender(
    IRepository<Invitation> invitations, IInvitationStore store, InvitationLinks links, IMailOutbox mails, IAuditTrail audit, ICallerContext context, TimeProvider clock)
{
    /// <summary>The audit action.</summary>
    public const string Action = "invitation.sent";

    /// <summary>Sends the invitation; returns it, and whether it is new.</summary>
    /// <param name="email">The address.</param>
    /// <param name="role">The role.</param>
    /// <param name="keepsRole">Whether a user who has been created keeps their role.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">The pending one was sent too often.</exception>
    /// <exception cref="DuplicateValueError">Another one was sent at the same moment; found when it is saved.</exception>
    public async Task<(Invitation Invitation, bool IsNew)> SendAsync(EmailAddress email, UserRole role, bool keepsRole, CancellationToken cancellationToken)
    {
        var (userId, now) = (context.RequiredUserId, clock.GetUtcNow());
        // Who sends it again at the same moment waits, instead of finding another version when it is saved.
        await store.LockPendingForUpdateAsync(email, cancellationToken);
        var pending = await invitations.SingleOrDefaultAsync(new PendingInvitationByEmailSpec(email), cancellationToken);
        pending?.Resend(role, userId, now, keepsRole);
        var invitation = pending ?? await invitations.AddAsync(
            Invitation.Send(context.Required.OrganizationId, email, role, userId, now, keepsRole), cancellationToken);
        audit.Record(Action, invitation);
        // The address sees it from now on; the mail follows, with a link of its own.
        await links.RenewAsync(invitation, cancellationToken);
        mails.Reserve<InvitationMail>(email);
        return (invitation, pending is null);
    }
}
