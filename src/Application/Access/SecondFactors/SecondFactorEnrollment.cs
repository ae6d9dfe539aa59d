using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>What every enrollment of a second factor begins and ends with, whatever its kind.</summary>
[Service]
internal sealed class SecondFactorEnrollment(
    ISecondFactors factors,
    ISessionStore store,
    IRepository<Session> sessions,
    SessionRevoker revoker,
    IUserSessions userSessions,
    ICallerContext context)
{
    /// <summary>
    /// Locks the caller's account, so that concurrent enrollments are serialized, and returns whether the factor is its first: then it changes how the account
    /// signs in, and recovery codes go with it.
    /// </summary>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        var userId = context.RequiredUser.UserId;
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        return (await factors.GetMethodsAsync(userId, cancellationToken)).Count == 0;
    }

    /// <summary>
    /// The session has proved the factor, and is no longer one for enrolling alone. The first factor ends all others of the account: they have proved none, and
    /// whoever has only the password must not stay signed in.
    /// </summary>
    /// <param name="isFirst">What <see cref="BeginAsync"/> has returned.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task CompleteAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        // Ended while it waited for the account: what has ended it may have removed the factors too.
        if (await sessions.SingleOrDefaultAsync(new SessionByIdSpec(caller.SessionId), cancellationToken) is not { RevokedAt: null } session)
        {
            throw AccessErrors.InvalidToken();
        }

        session.AddSecondFactor();
        if (isFirst)
        {
            await revoker.RevokeEverywhereAsync(caller.UserId, SessionEndReason.EndedByOwner, except: caller.SessionId, cancellationToken);
        }

        if (caller.MfaEnrollmentRequired)
        {
            // The access token carries the restriction; a refresh issues one without it.
            await userSessions.InvalidateAccessTokensAsync(caller.UserId, cancellationToken);
        }
    }
}
