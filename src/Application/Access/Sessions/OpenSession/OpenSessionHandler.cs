using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class OpenSessionHandler(
    IAccountStore accounts,
    IRepository<Session> sessions,
    IRefreshTokenStore refreshTokens,
    IRefreshTokenSecrets secrets,
    IAccessTokenIssuer accessTokens,
    ISecondFactors factors,
    ISecondFactorChallenges challenges,
    ISignInAttempts attempts,
    ICallerContext context,
    ISender sender,
    SessionPolicy policy,
    TimeProvider clock) : IRequestHandler<OpenSession, SignInResponse>
{
    public async Task<SignInResponse> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var caller = context.Required;

        // First the account is held, then the rest is read: a change of role, status or factors either waits for this session, and ends it, or is seen here.
        // Both are done in any case, so that one refusal takes as long as another.
        var isOpen = await accounts.HoldAsync(command.AccountId, command.Proof, cancellationToken);
        var user = await sender.Send(new GetSignInState(caller.UserId), cancellationToken);
        if (!isOpen || user is not { Status: UserStatus.Active })
        {
            throw command.ChallengeToken is null ? AccessErrors.InvalidCredentials() : AccessErrors.InvalidCode();
        }

        var id = await TakeAsync(command, cancellationToken);
        var methods = await factors.OfAsync(caller.UserId, cancellationToken);
        if (id is null && !command.Proof.IsMultiFactor && methods.Count > 0)
        {
            var pending = new PendingSignIn(command.AccountId, caller.UserId, caller.OrganizationId, TypeId.New<SessionId>(now), command.Proof);
            return new SignInResponse(Session: null, challenges.Issue(pending, methods));
        }

        await accounts.NoteSignInAsync(command.AccountId, now, cancellationToken);
        var session = Session.Open(
            command.AccountId, caller.UserId, caller.OrganizationId, policy.Lifetime, context.Origin.IpAddress, context.Origin.UserAgent, now, id);
        await sessions.AddAsync(session, cancellationToken);
        var refreshToken = secrets.Create();
        var refreshTokenEnd = policy.RefreshTokenEnd(now, session.ExpiresAt);
        refreshTokens.Add(RefreshToken.Issue(secrets.Hash(refreshToken), session.Id, refreshTokenEnd, now));
        await attempts.SucceedAsync(user.Email, cancellationToken);

        // Not entered with the session: it is not stored yet, and a caller's session is looked up with the next statement.
        var signedIn = caller with { Role = user.Role };
        context.Enter(signedIn);
        var isRestricted = methods.Count == 0 && await sender.Send(new MustEnrol(caller.UserId), cancellationToken);
        return new SignInResponse(
            await accessTokens.AnswerAsync(
                signedIn with { SessionId = session.Id, SessionStamp = session.Stamp, IsRestricted = isRestricted },
                user.Email,
                refreshToken,
                refreshTokenEnd - now,
                cancellationToken),
            Challenge: null);
    }

    // In the transaction that stores the session: one question gives one session, however often and however fast it is answered.
    private async Task<SessionId?> TakeAsync(OpenSession command, CancellationToken cancellationToken)
    {
        if (command.ChallengeToken is not { } token)
        {
            return null;
        }

        var pending = await challenges.TakeAsync(token, cancellationToken);
        return pending?.AccountId == command.AccountId ? pending.SessionId : throw AccessErrors.InvalidCode();
    }
}
