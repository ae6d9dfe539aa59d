using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ConfirmTotpHandler(
    IRepository<Account> accounts,
    ThrottledVerifier verifier,
    TotpSecrets secrets,
    IRecoveryCodes codes,
    SecondFactorEnrollment enrollment,
    IMailOutbox mails,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<ConfirmTotp, RecoveryCodesResponse>
{
    public async Task<RecoveryCodesResponse> Handle(ConfirmTotp command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        // Before the attempt is counted: without a secret there is nothing to guess.
        _ = account.TotpSecretToConfirm(caller.SessionId, clock.GetUtcNow());
        return await verifier.RunAsync(
            account.Id,
            SecretKind.Enrollment,
            () => unitOfWork.ExecuteAsync(cancellation => ConfirmAsync(command.Code!, caller, cancellation), cancellationToken),
            cancellationToken);
    }

    [ComparesGuessedSecret]
    private async Task<RecoveryCodesResponse> ConfirmAsync(string code, UserCaller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isFirst = await enrollment.BeginAsync(cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var timeStep = secrets.Match(account.Id, account.TotpSecretToConfirm(caller.SessionId, now), code, now) ?? throw AccessErrors.WrongCode();
        account.ConfirmTotp(timeStep, now);
        audit.Record(account);
        var effect = isFirst ? ": your password alone signs in no more, and your other sessions have ended" : "";
        mails.Add(new FactorChangedMail(account.Email, $"An authenticator app was set up for your account{effect}", now));
        await enrollment.CompleteAsync(isFirst, cancellationToken);
        return new RecoveryCodesResponse(caller.UserId, await codes.ReplaceAsync(account.Id, cancellationToken), account.Version);
    }
}
