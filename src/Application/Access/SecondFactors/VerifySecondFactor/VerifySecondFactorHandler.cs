using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifySecondFactorHandler(
    IMfaChallenges challenges,
    IReadRepository<Account> accounts,
    IAccountStore store,
    ThrottledVerifier verifier,
    CodeVerifier codes,
    SessionCreator sessions,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context) : IRequestHandler<VerifySecondFactor, SignInResponse>
{
    public async Task<SignInResponse> Handle(VerifySecondFactor command, CancellationToken cancellationToken)
    {
        var pending = await challenges.AttemptAsync(command.MfaToken, cancellationToken);
        // Whoever answers it is not the user yet.
        audit.Attempt = (pending ?? await challenges.FindSpentAsync(command.MfaToken, cancellationToken))?.Target;
        if (pending is null)
        {
            throw AccessErrors.InvalidCode(RefusalReasons.InvalidChallenge);
        }

        return await context.RunAsAsync(
            new SystemCaller(pending.OrganizationId, pending.UserId), () => SignInAsync(command, pending, cancellationToken));
    }

    private async Task<SignInResponse> SignInAsync(VerifySecondFactor command, PendingSignIn pending, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new VerificationDataByUserSpec(pending.UserId), cancellationToken);
        if (account is null || account.AccountId != pending.AccountId)
        {
            throw AccessErrors.InvalidCode(RefusalReasons.AccountUnavailable);
        }

        return await verifier.RunAsync(
            account.AccountId,
            SecretKind.Code,
            () => unitOfWork.ExecuteAsync(
                async cancellation =>
                {
                    // The same lock, and in the same order, as the removal of factors. The code is consumed with the session that it signs in to, or not at all.
                    var isValid = await store.LockForUpdateAsync(pending.AccountId, pending.Proof, cancellation)
                        && await codes.VerifyAsync(account, command.Code!, cancellation);
                    return isValid
                        ? await sessions.CreateAsync(pending.AccountId, pending.Proof with { IsMultiFactor = true }, command.MfaToken, cancellation)
                        : throw AccessErrors.InvalidCode();
                },
                cancellationToken),
            cancellationToken,
            pending.Proof.SessionId);
    }
}
