using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Revokes the sign-in of a session after refresh token reuse was detected: an attacker may have the token (RFC 9700, section 4.14.2), and have switched with it.
/// </summary>
[Service]
internal sealed class ReusedSessionRevoker(
    IRepository<Session> sessions,
    ISessionStore store,
    SessionRevoker revoker,
    IUserDirectory users,
    IMailOutbox mails,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    SiteAddress site,
    TimeProvider clock)
{
    private const string Action = "token.reuse_detected";
    private const string UnknownDevice = "an unknown device";

    /// <summary>Revokes the session, and all others of its sign-in, and mails its user, in a unit of work of its own; false when it has ended already.</summary>
    public Task<bool> RevokeAsync(SessionId id, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async cancellation =>
        {
            await store.LockOriginForUpdateAsync(id, cancellation);
            var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(id), cancellation);
            if (session?.Revoke(SessionEndReason.TokenReused, clock.GetUtcNow()) != true)
            {
                return false;
            }

            audit.RecordFailure(Action, session);
            await revoker.RevokeOriginAsync(session, SessionEndReason.TokenReused, cancellation);
            if (await users.FindAsync(session.UserId, cancellation) is { } user)
            {
                mails.Add(new SessionEndedMail(
                    user.Email, Device.Describe(session.UserAgent) ?? UnknownDevice, session.CreatedAt, site.Page(PagePaths.ForgotPassword)));
            }

            return true;
        },
        cancellationToken);
}
