using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutHandler(
    IRepository<Session> sessions,
    ISessionStore store,
    SessionRevoker revoker,
    IRefreshTokenStore refreshTokens,
    IRefreshTokenSecrets secrets,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<Logout, Unit>
{
    public async Task<Unit> Handle(Logout command, CancellationToken cancellationToken)
    {
        if (command.RefreshToken is null)
        {
            var caller = context.RequiredUser;
            return await RevokeAsync(caller.SessionId, new SystemCaller(caller.OrganizationId, caller.UserId), cancellationToken);
        }

        // A token that was exchanged names its session too: ending one is safe, whoever asks.
        var found = secrets.IsWellFormed(command.RefreshToken)
            ? await refreshTokens.FindSessionAsync(secrets.Hash(command.RefreshToken), cancellationToken)
            : null;
        return found is not null ? await RevokeAsync(found.SessionId, new SystemCaller(found.OrganizationId, found.UserId), cancellationToken)
            : command.AllowsUnknown ? Unit.Value
            : throw AccessErrors.InvalidToken();
    }

    // As the system: statements of an ended session are rejected.
    private Task<Unit> RevokeAsync(SessionId id, SystemCaller system, CancellationToken cancellationToken) => context.RunAsAsync(
        system,
        () => unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                await store.LockOriginForUpdateAsync(id, cancellation);
                if (await sessions.SingleOrDefaultAsync(new SessionByIdSpec(id), cancellation) is { } session)
                {
                    session.Revoke(SessionEndReason.SignedOut, clock.GetUtcNow());
                    audit.Record(session);
                    await revoker.RevokeOriginAsync(session, SessionEndReason.SignedOut, cancellation);
                }

                return Unit.Value;
            },
            cancellationToken));
}
