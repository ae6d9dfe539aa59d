using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Verifies codes and passwords of the acting user's account, throttled; failures are audited. Not inside a transaction, whose rollback would undo the count.
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

    /// <summary>Counts the attempt, then verifies.</summary>
    public async Task<VerificationResult> RunAsync(AccountId accountId, Func<Task<bool>> isValid, CancellationToken cancellationToken)
    {
        if (await attempts.CountAsync(accountId, cancellationToken) is { } wait)
        {
            return new VerificationResult(IsValid: false, wait);
        }

        if (await isValid())
        {
            await attempts.ResetAsync(accountId, cancellationToken);
            return new VerificationResult(IsValid: true);
        }

        await unitOfWork.ExecuteAsync(cancellation => RecordFailureAsync(accountId, cancellation), cancellationToken);
        return new VerificationResult(IsValid: false);
    }

    private async Task<bool> RecordFailureAsync(AccountId accountId, CancellationToken cancellationToken)
    {
        if (await accounts.SingleOrDefaultAsync(new AccountByIdSpec(accountId), cancellationToken) is not { } account)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        account.RecordVerificationFailure(now);
        await AuditAsync(cancellationToken);
        if (account.VerificationFailures == Account.MaxVerificationFailures)
        {
            // An attacker who guesses codes knows the password; one who guesses the password here has a session.
            var notice = $"Somebody gave {Account.MaxVerificationFailures} wrong codes or passwords in a row for your account";
            mails.Add(new SecurityNoticeMail(account.Email, notice, now));
        }

        return true;
    }

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
