using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>
/// Runs every comparison of a secret that can be guessed: counted before, and refused while somebody has to wait. Not inside a transaction, whose rollback would undo
/// the count.
/// </summary>
[Service]
internal sealed class ThrottledVerifier(
    IVerificationAttempts attempts, IReadRepository<Account> accounts, IMailOutbox mails, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>
    /// Verifies a password at a sign-in. The session that it creates clears the count; an MFA challenge takes back this attempt alone, because who has the password
    /// is not signed in yet.
    /// </summary>
    /// <param name="subject">The address as it was typed, or the local account that the sign-in is to.</param>
    /// <param name="verify">Compares, and does what the secret permits; throws when it is wrong.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RateLimitError">There were too many failures; the same for an address without account.</exception>
    public async Task<SignInResponse> RunAsync(VerificationSubject subject, Func<Task<SignInResponse>> verify, CancellationToken cancellationToken)
    {
        using var attempt = await attempts.BeginAsync(subject, cancellationToken);
        var response = await RunAsync(attempt, verify);
        if (response.Challenge is not null)
        {
            await attempts.TakeBackAsync(subject, cancellationToken);
        }

        return response;
    }

    /// <summary>Verifies a secret of the acting user's account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kind">What is compared. A success clears the failures of this kind alone.</param>
    /// <param name="verify">
    /// Compares, and does what the secret permits in one unit of work: what is refused for another reason consumes no code. Throws when it is wrong.
    /// </param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="from">The session that a pending sign-in has switched from: what is guessed there is guessed in that session.</param>
    /// <exception cref="RateLimitError">There were too many failures.</exception>
    public async Task<T> RunAsync<T>(
        AccountId accountId, SecretKind kind, Func<Task<T>> verify, CancellationToken cancellationToken, SessionId? from = null)
    {
        var subject = VerificationSubject.Of(accountId, kind, from);
        using var attempt = await attempts.BeginAsync(subject, cancellationToken);
        try
        {
            var result = await RunAsync(attempt, verify);
            await attempts.SucceedAsync(subject, cancellationToken);
            return result;
        }
        catch (Exception error) when (error is AuthenticationError or ValidationError && attempt.Failures == Account.MaxVerificationFailures)
        {
            await NotifyAsync(accountId, cancellationToken);
            throw;
        }
    }

    private static Task<T> RunAsync<T>(VerificationAttempt attempt, Func<Task<T>> verify) =>
        attempt.RetryAfter is { } wait ? throw new RateLimitError(wait) { Refusal = ErrorCodes.RateLimitExceeded } : verify();

    // An attacker who guesses codes knows the password; one who guesses the password here has a session.
    private Task<bool> NotifyAsync(AccountId accountId, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async cancellation =>
        {
            if (await accounts.SingleOrDefaultAsync(new AccountByIdSpec(accountId), cancellation) is not { } account)
            {
                return false;
            }

            var notice = $"Somebody gave {Account.MaxVerificationFailures} wrong codes or passwords in a row for your account";
            mails.Add(new SecurityNoticeMail(account.Email, notice, clock.GetUtcNow()));
            return true;
        },
        cancellationToken);
}
