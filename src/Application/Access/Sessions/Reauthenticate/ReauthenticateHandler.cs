using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ReauthenticateHandler(
    IReadRepository<Account> accounts,
    IRepository<Session> sessions,
    IAccountStore store,
    ISecondFactors factors,
    IPasswordHasher passwords,
    CodeVerifier codes,
    PasskeyAssertions passkeys,
    ThrottledVerifier verifier,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<Reauthenticate, Unit>
{
    public async Task<Unit> Handle(Reauthenticate command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new VerificationDataByUserSpec(caller.UserId), cancellationToken)
            ?? throw AccessErrors.InvalidToken();
        var hasFactor = (await factors.GetMethodsAsync(caller.UserId, cancellationToken)).Count > 0;
        if (account.PasswordHash is null && !hasFactor)
        {
            throw AccessErrors.NoCredential();
        }

        return command switch
        {
            // The password alone signs in no more, so it proves nothing here. It is not compared: nothing is guessed.
            { Password: not null } when hasFactor => throw AccessErrors.PasswordIsNoProof(),
            { HasCredential: true } => await ByPasskeyAsync(command, account, cancellationToken),
            { Code: { } code } => await ByCodeAsync(code, account, cancellationToken),
            _ => await ByPasswordAsync(command.Password!, account, cancellationToken),
        };
    }

    private Task<Unit> ByPasswordAsync(string password, VerificationData account, CancellationToken cancellationToken)
    {
        // Before the attempt is counted: a request that is rejected with 503 is no wrong password.
        passwords.RequireCapacity();
        return verifier.RunAsync(
            account.AccountId,
            SecretKind.Password,
            async () => await passwords.VerifyAsync(password, account.PasswordHash, cancellationToken)
                && await RenewAsync(account, isPassword: true, _ => Task.FromResult(true), cancellationToken)
                    ? Unit.Value
                    : throw AccessErrors.WrongPassword(),
            cancellationToken);
    }

    private Task<Unit> ByCodeAsync(string code, VerificationData account, CancellationToken cancellationToken) => verifier.RunAsync(
        account.AccountId,
        SecretKind.Code,
        async () => await RenewAsync(account, isPassword: false, cancellation => codes.VerifyAsync(account, code, cancellation), cancellationToken)
            ? Unit.Value
            : throw AccessErrors.WrongCode(),
        cancellationToken);

    // A passkey cannot be guessed: a failure is not counted.
    private async Task<Unit> ByPasskeyAsync(Reauthenticate command, VerificationData account, CancellationToken cancellationToken)
    {
        if (await passkeys.VerifyAsync(command.Token, command.Credential!.Value, cancellationToken) is not { Challenged: null } verified
            || verified.Passkey.AccountId != account.AccountId)
        {
            throw AccessErrors.WrongPasskey();
        }

        if (!await RenewAsync(account, isPassword: false, cancellation => passkeys.RecordUseAsync(verified.Passkey, cancellation), cancellationToken))
        {
            throw AccessErrors.WrongPasskey(await passkeys.RecordRegressionAsync(verified.Passkey, cancellationToken) ? null : RefusalReasons.InvalidPasskey);
        }

        return Unit.Value;
    }

    // False when the proof is none any more. The lock makes a concurrent change of the password wait, or shows it.
    private Task<bool> RenewAsync(VerificationData account, bool isPassword, Func<CancellationToken, Task<bool>> consume, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var proof = isPassword ? new SignInProof(SignInMethod.Password, account.PasswordChangedAt) : new SignInProof(SignInMethod.Passkey);
                if (!await store.LockForUpdateAsync(account.AccountId, proof, cancellation) || !await consume(cancellation))
                {
                    return false;
                }

                var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(context.RequiredUser.SessionId), cancellation)
                    ?? throw AccessErrors.InvalidToken();
                session.Reauthenticate(bySecondFactor: !isPassword, clock.GetUtcNow());
                if (!isPassword && context.RequiredUser.MfaEnrollmentRequired)
                {
                    // The access token carries the restriction; a refresh issues one without it.
                    session.InvalidateAccessTokens();
                }

                audit.Record(session);
                return true;
            },
            cancellationToken);
}
