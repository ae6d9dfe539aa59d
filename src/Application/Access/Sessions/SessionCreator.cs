using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates the session of an authenticated user, or the MFA challenge that comes first. Joins the caller's unit of work.</summary>
[Service]
internal sealed class SessionCreator(
    IAccountStore accounts,
    IRepository<Session> sessions,
    IRefreshTokenStore refreshTokens,
    IRefreshTokenSecrets secrets,
    IAccessTokenIssuer accessTokens,
    ISecondFactors factors,
    IMfaChallenges challenges,
    IVerificationAttempts attempts,
    IUserDirectory users,
    MfaEnrollment enrollment,
    IAuditTrail audit,
    ICallerContext context,
    SessionPolicy policy,
    TimeProvider clock)
{
    /// <summary>The audit action of a new session.</summary>
    public const string Action = "sign_in";

    /// <summary>Creates a session of the acting user.</summary>
    /// <param name="accountId">The user's account.</param>
    /// <param name="proof">The verified factors.</param>
    /// <param name="challengeToken">The token of the answered MFA challenge, which is consumed; null without one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The session, or an MFA challenge when the account has a second factor and the proof does not include one.</returns>
    /// <exception cref="AuthenticationError">
    /// The account was deleted, the password has changed, the session that was switched from has ended, the user is not active, or the challenge was used.
    /// </exception>
    public async Task<SignInResponse> CreateAsync(
        AccountId accountId, SignInProof proof, string? challengeToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (userId, organizationId) = (context.RequiredUserId, context.Required.OrganizationId);
        // The account is locked before the rest is read: a concurrent change of role, status or factors either waits for this session, and revokes it, or
        // is seen here. Both statements always run, so that every rejection takes the same time.
        var isLocked = await accounts.LockForUpdateAsync(accountId, proof, cancellationToken);
        var user = await users.FindAsync(userId, cancellationToken);
        var from = await FindOpenAsync(proof.SessionId, now, cancellationToken);
        if (!isLocked || user is not { Status: UserStatus.Active } || from?.Id != proof.SessionId)
        {
            throw challengeToken is null ? AccessErrors.InvalidCredentials() : AccessErrors.InvalidCode();
        }

        var sessionId = await ConsumeAsync(accountId, challengeToken, cancellationToken);
        var methods = await factors.GetMethodsAsync(userId, cancellationToken);
        if (sessionId is null && !proof.IsMultiFactor && methods.Count > 0)
        {
            var pending = new PendingSignIn(accountId, userId, organizationId, TypeId.New<SessionId>(now), proof);
            return new SignInResponse(Session: null, challenges.Issue(pending, methods));
        }

        await accounts.RecordSignInAsync(accountId, organizationId, now, cancellationToken);
        var session = Session.Create(
            accountId, userId, organizationId, policy.Lifetime, context.Origin.IpAddress, context.Origin.UserAgent, now, sessionId,
            proof.IsMultiFactor, from);
        await sessions.AddAsync(session, cancellationToken);
        audit.Record(Action, session);
        if (proof.SessionId is null)
        {
            await attempts.SucceedAsync(VerificationSubject.Of(user.Email), cancellationToken);
        }

        var caller = new UserCaller(userId, organizationId, user.Role, session.Id, session.Stamp)
        {
            MfaEnrollmentRequired = methods.Count == 0 && await enrollment.IsRequiredAsync(userId, cancellationToken),
        };
        return new SignInResponse(await IssueTokensAsync(caller, session, user.Email, now, cancellationToken), Challenge: null);
    }

    // A session that has ended proves nothing any more, also where a challenge was answered in between.
    private async Task<Session?> FindOpenAsync(SessionId? id, DateTimeOffset now, CancellationToken cancellationToken) =>
        id is { } given
        && await sessions.SingleOrDefaultAsync(new SessionByIdSpec(given), cancellationToken) is { RevokedAt: null } session && session.ExpiresAt > now
            ? session
            : null;

    private async Task<SessionResponse> IssueTokensAsync(
        UserCaller caller, Session session, EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var refreshToken = secrets.Create();
        var refreshTokenEnd = policy.RefreshTokenEnd(now, session.ExpiresAt);
        refreshTokens.Add(RefreshToken.Issue(secrets.Hash(refreshToken), session.Id, refreshTokenEnd, now));
        return await accessTokens.IssueSessionAsync(caller, email, refreshToken, refreshTokenEnd - now, cancellationToken);
    }

    // In the transaction that stores the session: a challenge can be exchanged for one session only.
    private async Task<SessionId?> ConsumeAsync(AccountId accountId, string? challengeToken, CancellationToken cancellationToken)
    {
        if (challengeToken is null)
        {
            return null;
        }

        var pending = await challenges.ConsumeAsync(challengeToken, cancellationToken);
        return pending?.AccountId == accountId ? pending.SessionId : throw AccessErrors.InvalidCode();
    }
}
