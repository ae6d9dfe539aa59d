using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>
/// Step-up authentication before credentials change: a stolen session must not suffice to take over the account (OWASP ASVS 5.0, 7.5.1). Not inside a
/// transaction: verifying a password is slow, and a rollback would undo the count of failures.
/// </summary>
[Service]
internal sealed class StepUp(
    IReadRepository<Account> accounts,
    IReadRepository<Session> sessions,
    IPasswordHasher passwords,
    CodeVerifier codes,
    ThrottledVerifier verifier,
    ICallerContext context,
    TimeProvider clock)
{
    private const string PasswordField = "currentPassword";
    private const string CodeField = "code";

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Verifies the password or a code and returns the caller's account. An account with neither requires a sign-in within the last 10 minutes.
    /// </summary>
    /// <exception cref="ValidationError">The password or code is missing or wrong.</exception>
    /// <exception cref="AuthorizationError">The last sign-in is not recent, or the caller uses an API key.</exception>
    /// <exception cref="RateLimitError">There were too many failures.</exception>
    public async Task<VerificationData> RequireAsync(string? password, string? code, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new VerificationDataByUserSpec(caller.UserId), cancellationToken)
            ?? throw AccessErrors.InvalidToken();
        if (password is null && code is null)
        {
            await RequireRecentSignInAsync(account, caller.SessionId, cancellationToken);
            return account;
        }

        var result = await verifier.RunAsync(
            account.AccountId,
            () => code is not null
                ? codes.VerifyAsync(account, code, cancellationToken)
                : passwords.VerifyAsync(password!, account.PasswordHash, cancellationToken),
            cancellationToken);
        return result switch
        {
            { IsValid: true } => account,
            { RetryAfter: { } wait } => throw new RateLimitError(wait),
            _ when code is not null => throw Wrong(CodeField, "Wrong code"),
            _ => throw AccessErrors.WrongCurrentPassword(),
        };
    }

    private async Task RequireRecentSignInAsync(VerificationData account, SessionId sessionId, CancellationToken cancellationToken)
    {
        if (account.PasswordHash is not null)
        {
            throw Wrong(PasswordField, "Your current password is needed");
        }

        if (account.TotpConfirmedAt is not null)
        {
            throw Wrong(CodeField, "A code is needed");
        }

        var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(sessionId), cancellationToken);
        if (session is null || clock.GetUtcNow() - session.CreatedAt > Recent)
        {
            throw AccessErrors.RecentSignInRequired();
        }
    }

    private static ValidationError Wrong(string field, string message) => ValidationError.Of(field, FieldCodes.InvalidValue, message);
}
