using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Finds out whether a code is right, and uses it up. Which kind it is, its form tells.</summary>
internal sealed class CodeVerifier(TotpSecrets secrets, IAccountStore accounts, ISender sender, TimeProvider clock)
{
    /// <summary>Whether it is a code of the account's authenticator app, or one of its recovery codes, that nobody has used.</summary>
    public async Task<bool> IsRightAsync(VerificationData account, string code, CancellationToken cancellationToken)
    {
        if (RecoveryCodeText.TryParse(code, out var recoveryCode))
        {
            return await sender.Send(new UseRecoveryCode(account.AccountId, recoveryCode), cancellationToken);
        }

        return account is { EncryptedTotpSecret: { } encrypted, TotpConfirmedAt: { } confirmedAt }
            && secrets.Match(account.AccountId, encrypted, code, clock.GetUtcNow()) is { } timeStep
            && await accounts.UseTimeStepAsync(account.AccountId, confirmedAt, timeStep, cancellationToken);
    }
}
