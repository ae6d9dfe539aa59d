using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Runs every comparison of a secret that can be guessed: counted before, refused while somebody has to wait, audited when it fails. Not inside a transaction, whose
/// rollback would undo the count.
/// </summary>
[Service]
internal sealed class ThrottledVerifier(
    IVerificationAttempts attempts,
    IRepository<Account> accounts,
    IRepository<Session> sessions,
    IMailOutbox mails,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    private const string FailedAction = "mfa.failed";

    /// <summary>Verifies a password by address, at a sign-in; the session that it creates clears the count.</summary>
    /// <param name="email">The address as it was typed.</param>
    /// <param name="verify">Compares, and does what the secret permits; throws when it is wrong.</param>
    /// <param name="recordFailure">Records a failure, also of an attempt that is not verified.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RateLimitError">There were too many failures; the same for an address without account.</exception>
    public async Task<T> RunAsync<T>(EmailAddress email, Func<Task<T>> verify, Func<Task> recordFailure, CancellationToken cancellationToken)
    {
        using var attempt = await attempts.BeginAsync(VerificationSubject.Of(email), cancellationToken);
        return await RunAsync(attempt, verify, recordFailure);
    }

    /// <summary>Verifies a secret of the acting user's account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="verify">
    /// Compares, and does what the secret permits in one unit of work: what is refused for another reason consumes no code. Throws when it is wrong.
    /// </param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="from">The session that a pending sign-in has switched from: what is guessed there is guessed in that session.</param>
    /// <exception cref="RateLimitError">There were too many failures.</exception>
    public async Task<T> RunAsync<T>(AccountId accountId, Func<Task<T>> verify, CancellationToken cancellationToken, SessionId? from = null)
    {
        var subject = VerificationSubject.Of(accountId, from);
        using var attempt = await attempts.BeginAsync(subject, cancellationToken);
        var isNoticed = attempt is { RetryAfter: null, Failures: Account.MaxVerificationFailures };
        var result = await RunAsync(attempt, verify, () => RecordFailureAsync(accountId, isNoticed, cancellationToken));
        await attempts.SucceedAsync(subject, cancellationToken);
        return result;
    }

    /// <summary>Audits a failure that is not counted, because what was wrong cannot be guessed. In its own unit of work.</summary>
    public Task RecordFailureAsync(AccountId accountId, CancellationToken cancellationToken) => RecordFailureAsync(accountId, isNoticed: false, cancellationToken);

    private static async Task<T> RunAsync<T>(VerificationAttempt attempt, Func<Task<T>> verify, Func<Task> recordFailure)
    {
        if (attempt.RetryAfter is { } wait)
        {
            await recordFailure();
            throw new RateLimitError(wait);
        }

        try
        {
            return await verify();
        }
        catch (Exception error) when (error is AuthenticationError or ValidationError)
        {
            await recordFailure();
            throw;
        }
    }

    private Task<bool> RecordFailureAsync(AccountId accountId, bool isNoticed, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async cancellation =>
        {
            if (await accounts.SingleOrDefaultAsync(new AccountByIdSpec(accountId), cancellation) is not { } account)
            {
                return false;
            }

            var now = clock.GetUtcNow();
            account.RecordVerificationFailure(now);
            await AuditAsync(cancellation);
            if (isNoticed)
            {
                // An attacker who guesses codes knows the password; one who guesses the password here has a session.
                var notice = $"Somebody gave {Account.MaxVerificationFailures} wrong codes or passwords in a row for your account";
                mails.Add(new SecurityNoticeMail(account.Email, notice, now));
            }

            return true;
        },
        cancellationToken);

    // The entry has no actor. Inside a session it names the session: whose credentials that is, and from where, is what the failure is investigated by.
    private async Task AuditAsync(CancellationToken cancellationToken)
    {
        if (context.Caller is UserCaller caller && await sessions.SingleOrDefaultAsync(new SessionByIdSpec(caller.SessionId), cancellationToken) is { } session)
        {
            audit.RecordFailure(FailedAction, session);
            return;
        }

        audit.RecordFailure(FailedAction, context.RequiredUserId);
    }
}
