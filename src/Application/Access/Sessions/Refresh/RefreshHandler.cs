using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RefreshHandler(
    IUnitOfWork unitOfWork,
    IRefreshTokenStore refreshTokens,
    ISessionStore sessions,
    IRefreshTokenSecrets secrets,
    IAccessTokenIssuer accessTokens,
    IUserDirectory users,
    MfaEnrollment enrollment,
    ReusedSessionRevoker reuse,
    IAuditTrail audit,
    ICallerContext context,
    SessionPolicy policy,
    TimeProvider clock) : IRequestHandler<Refresh, SessionResponse>
{
    public async Task<SessionResponse> Handle(Refresh command, CancellationToken cancellationToken)
    {
        if (!secrets.IsWellFormed(command.RefreshToken))
        {
            throw AccessErrors.InvalidToken(command.RefreshToken is null ? null : RefusalReasons.InvalidToken);
        }

        var exchange = await unitOfWork.ExecuteAsync(cancellation => ExchangeAsync(command.RefreshToken, cancellation), cancellationToken);
        if (exchange.Session is { } session)
        {
            return session;
        }

        var isRecorded = await RunAsUserAsync(exchange.Token, () => reuse.RevokeAsync(exchange.Token.SessionId, cancellationToken));
        throw AccessErrors.InvalidToken(isRecorded ? null : RefusalReasons.TokenReused);
    }

    private async Task<RefreshExchange> ExchangeAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var successor = secrets.Successor(token);
        var (hash, successorHash) = (secrets.Hash(token), secrets.Hash(successor));
        // Atomic: of concurrent calls one consumes the token and stores the successor; the others wait and read the result.
        var isFirst = await refreshTokens.ConsumeAsync(hash, now, cancellationToken);
        if (await refreshTokens.FindAsync(hash, successorHash, cancellationToken) is not { } found)
        {
            throw AccessErrors.InvalidToken(RefusalReasons.InvalidToken);
        }

        audit.Attempt = AuditTarget.Of(found.OrganizationId, found.SessionId);
        if (!found.IsActive(now))
        {
            throw AccessErrors.InvalidToken(RefusalReasons.SessionEnded);
        }

        // Also for a successor that another call has stored: it was issued when this token was used.
        var successorEnd = policy.RefreshTokenEnd(found.UsedAt ?? now, found.ExpiresAt);
        if (isFirst)
        {
            refreshTokens.Add(RefreshToken.Issue(successorHash, found.SessionId, successorEnd, now));
            if (!await sessions.TouchAsync(found.SessionId, now, cancellationToken))
            {
                throw AccessErrors.InvalidToken(RefusalReasons.SessionEnded);
            }
        }
        else if (now - found.UsedAt > policy.ReuseLeeway)
        {
            return new RefreshExchange(found, null);
        }
        else if (found.UsedAt is null || found.SuccessorUsedAt is not null)
        {
            // The client has used the successor, so this is no retry. Within the leeway it is not treated as reuse: it can be a slow parallel request.
            throw AccessErrors.InvalidToken(RefusalReasons.InvalidToken);
        }

        // The stamp was read before the role: after a role change in between, the token is invalid and does not carry the old role.
        var caller = await RunAsUserAsync(found, () => CallerAsync(found, cancellationToken));
        return new RefreshExchange(
            found, await accessTokens.IssueSessionAsync(caller.Caller, caller.Email, successor, successorEnd - now, cancellationToken));
    }

    private async Task<(UserCaller Caller, EmailAddress Email)> CallerAsync(RefreshTokenState token, CancellationToken cancellationToken) =>
        await users.FindAsync(token.UserId, cancellationToken) is { Status: UserStatus.Active } user
            ? (new UserCaller(token.UserId, token.OrganizationId, user.Role, token.SessionId, token.Stamp)
            {
                MfaEnrollmentRequired = await enrollment.IsRequiredOfSessionAsync(token.UserId, token.IsMultiFactor, cancellationToken),
            }, user.Email)
            : throw AccessErrors.InvalidToken(RefusalReasons.AccountUnavailable);

    private Task<T> RunAsUserAsync<T>(RefreshTokenState token, Func<Task<T>> work) =>
        context.RunAsAsync(new SystemCaller(token.OrganizationId, token.UserId), work);
}
