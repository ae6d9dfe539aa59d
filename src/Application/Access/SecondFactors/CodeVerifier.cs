using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Verifies and consumes a code of the authenticator app or a recovery code, which differ in form. Joins the unit of work of what the code permits: what is refused
/// in the end consumes none.
/// </summary>
[Service]
internal sealed class CodeVerifier(
    TotpSecrets secrets,
    IAccountStore store,
    IRepository<Account> accounts,
    IRecoveryCodes codes,
    IMailOutbox mails,
    IAuditTrail audit,
    TimeProvider clock)
{
    private const string RecoveryCodeAction = "mfa.recovery_code_used";

    /// <summary>Verifies and consumes a code of the account. Atomic: of concurrent calls one succeeds.</summary>
    [ComparesGuessedSecret]
    public async Task<bool> VerifyAsync(VerificationData account, string code, CancellationToken cancellationToken)
    {
        if (RecoveryCodeText.TryParse(code, out var recoveryCode))
        {
            return await ConsumeRecoveryCodeAsync(account.AccountId, recoveryCode, cancellationToken);
        }

        return account is { EncryptedTotpSecret: { } encrypted, TotpConfirmedAt: { } confirmedAt }
            && secrets.Match(account.AccountId, encrypted, code, clock.GetUtcNow()) is { } timeStep
            && await store.ConsumeTimeStepAsync(account.AccountId, confirmedAt, timeStep, cancellationToken);
    }

    [ComparesGuessedSecret]
    private async Task<bool> ConsumeRecoveryCodeAsync(AccountId accountId, string code, CancellationToken cancellationToken)
    {
        if (!await codes.ConsumeAsync(accountId, code, cancellationToken)
            || await accounts.SingleOrDefaultAsync(new AccountByIdSpec(accountId), cancellationToken) is not { } account)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        account.RecordRecoveryCodeUse(now);
        audit.Record(RecoveryCodeAction, account);
        mails.Add(new SecurityNoticeMail(account.Email, "A recovery code was used for your account", now));
        return true;
    }
}
