using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class OpenSessionHandler(
    IAccountStore accounts,
    IRepository<Session> sessions,
    IRefreshTokenStore refreshTokens,
    IRefreshTokenSecrets secrets,
    IAccessTokenIssuer accessTokens,
    ICallerContext context,
    ISender sender,
    SessionPolicy policy,
    TimeProvider clock) : IRequestHandler<OpenSession, SignInResponse>
{
    public async Task<SignInResponse> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var caller = context.Required;

        // First the account is held, then the user is read: a change of role or status either waits for this session, and ends it, or is seen here.
        // Both are done in any case, so that one refusal takes as long as another.
        var isOpen = await accounts.SignInAsync(command.AccountId, command.Proof, now, cancellationToken);
        var user = await sender.Send(new GetSignInState(caller.UserId), cancellationToken);
        if (!isOpen || user is not { Status: UserStatus.Active })
        {
            throw AccessErrors.InvalidCredentials();
        }

        var session = Session.Open(
            command.AccountId, caller.UserId, caller.OrganizationId, policy.Lifetime, context.Origin.IpAddress, context.Origin.UserAgent, now);
        await sessions.AddAsync(session, cancellationToken);
        var refreshToken = secrets.Create();
        refreshTokens.Add(RefreshToken.Issue(secrets.Hash(refreshToken), session.Id, session.ExpiresAt, now));

        // Not entered with the session: it is not stored yet, and a caller's session is looked up with the next statement.
        var signedIn = caller with { Role = user.Role };
        context.Enter(signedIn);
        return new SignInResponse(
            await accessTokens.AnswerAsync(
                signedIn with { SessionId = session.Id, SessionStamp = session.Stamp }, user.Email, refreshToken, policy.Lifetime, cancellationToken),
            Challenge: null);
    }
}
