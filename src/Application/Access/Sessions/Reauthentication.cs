using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>
/// Has the caller prove again who they are, before what they sign in with changes: whoever finds an open session must not be able to keep the account (OWASP ASVS
/// 5.0, 7.5.1). Outside a transaction: a password takes long to verify, and what was wrong has to be counted.
/// </summary>
internal sealed class Reauthentication(
    IReadRepository<Account> accounts,
    IReadRepository<Session> sessions,
    IPasswordHasher passwords,
    CodeVerifier codes,
    CountedVerification verification,
    ICallerContext context,
    TimeProvider clock)
{
    private const string PasswordField = "currentPassword";
    private const string CodeField = "code";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The caller's account, once they have given its password or a code. An account that has neither needs a sign-in of the last 10 minutes.</summary>
    /// <exception cref="ValidationError">Neither was given, or it is wrong.</exception>
    /// <exception cref="AuthorizationError">The sign-in was too long ago, or the caller is a program.</exception>
    /// <exception cref="RateLimitError">Too many were wrong.</exception>
    public async Task<VerificationData> RequireAsync(string? password, string? code, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            throw AccessErrors.PersonRequired();
        }

        var account = await accounts.SingleOrDefaultAsync(new VerificationDataOfUser(caller.UserId), cancellationToken)
            ?? throw AccessErrors.InvalidToken();
        if (password is null && code is null)
        {
            await RequireNothingAsync(account, cancellationToken);
            return account;
        }

        var result = await verification.RunAsync(
            account.AccountId,
            () => code is not null
                ? codes.IsRightAsync(account, code, cancellationToken)
                : passwords.VerifyAsync(password!, account.PasswordHash, cancellationToken),
            cancellationToken);
        return result switch
        {
            { IsRight: true } => account,
            { RetryAfter: { } wait } => throw new RateLimitError(wait),
            _ when code is not null => throw Wrong(CodeField, "Wrong code"),
            _ => throw AccessErrors.WrongCurrentPassword(),
        };
    }

    private async Task RequireNothingAsync(VerificationData account, CancellationToken cancellationToken)
    {
        if (account.PasswordHash is not null)
        {
            throw Wrong(PasswordField, "Your current password is needed");
        }

        if (account.TotpConfirmedAt is not null)
        {
            throw Wrong(CodeField, "A code is needed");
        }

        var session = context.Required.SessionId is { } id ? await sessions.SingleOrDefaultAsync(new SessionById(id), cancellationToken) : null;
        if (session is null || clock.GetUtcNow() - session.CreatedAt > Fresh)
        {
            throw AccessErrors.SignInAgain();
        }
    }

    private static ValidationError Wrong(string field, string message) => ValidationError.Of(field, FieldCodes.InvalidValue, message);
}
