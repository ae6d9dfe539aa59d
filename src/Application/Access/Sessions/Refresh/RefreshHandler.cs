using System.Data;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RefreshHandler(
    IUnitOfWork unitOfWork,
    IRefreshTokenStore refreshTokens,
    ISessionStore sessions,
    IRefreshTokenSecrets secrets,
    IAccessTokenIssuer accessTokens,
    ICallerContext context,
    ISender sender,
    SessionPolicy policy,
    TimeProvider clock) : IRequestHandler<Refresh, SessionResponse>
{
    public async Task<SessionResponse> Handle(Refresh request, CancellationToken cancellationToken)
    {
        if (!secrets.IsWellFormed(request.RefreshToken))
        {
            throw AccessErrors.InvalidToken();
        }

        var exchange = await unitOfWork.ExecuteAsync(token => ExchangeAsync(request.RefreshToken, token), IsolationLevel.ReadCommitted, cancellationToken);
        if (exchange.Session is { } session)
        {
            return session;
        }

        context.Enter(exchange.Caller);
        await sender.Send(new EndReusedSession(exchange.SessionId), cancellationToken);
        throw AccessErrors.InvalidToken();
    }

    private async Task<RefreshExchange> ExchangeAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var successor = secrets.Successor(token);
        var (hash, successorHash) = (secrets.Hash(token), secrets.Hash(successor));

        // Whoever marks the token as used stores the successor; all others wait for that, and then read what it has become.
        var isFirst = await refreshTokens.UseAsync(hash, now, cancellationToken);
        if (await refreshTokens.FindAsync(hash, successorHash, cancellationToken) is not { } found || !found.IsLive(now))
        {
            throw AccessErrors.InvalidToken();
        }

        // Also of a successor that somebody else has stored: it was issued when this one was used.
        var successorEnd = policy.RefreshTokenEnd(found.UsedAt ?? now, found.ExpiresAt);
        var caller = new Caller(found.UserId, found.OrganizationId, UserRole.Viewer);
        if (isFirst)
        {
            refreshTokens.Add(RefreshToken.Issue(successorHash, found.SessionId, successorEnd, now));
            if (!await sessions.TouchAsync(found.SessionId, now, cancellationToken))
            {
                throw AccessErrors.InvalidToken();
            }
        }
        else if (now - found.UsedAt > policy.ReuseLeeway)
        {
            return new RefreshExchange(found.SessionId, caller, null);
        }
        else if (found.UsedAt is null || found.SuccessorUsedAt is not null)
        {
            // The client has used the successor, so this is not a retry. Too early to call it theft, though: a slow parallel request looks the same.
            throw AccessErrors.InvalidToken();
        }

        // The stamp was read before the role: a change of role in between leaves a token that is dead, never one that carries the old role.
        context.Enter(caller);
        if (await sender.Send(new GetSignInState(caller.UserId), cancellationToken) is not { Status: UserStatus.Active } user)
        {
            throw AccessErrors.InvalidToken();
        }

        var isRestricted = await sender.Send(new MustEnrol(caller.UserId), cancellationToken);
        var refreshed = caller with { Role = user.Role, SessionId = found.SessionId, SessionStamp = found.Stamp, IsRestricted = isRestricted };
        return new RefreshExchange(
            found.SessionId, caller, await accessTokens.AnswerAsync(refreshed, user.Email, successor, successorEnd - now, cancellationToken));
    }
}
