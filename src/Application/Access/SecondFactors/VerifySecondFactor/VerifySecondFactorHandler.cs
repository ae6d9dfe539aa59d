using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifySecondFactorHandler(
    IMfaChallenges challenges,
    IReadRepository<Account> accounts,
    ThrottledVerifier verifier,
    CodeVerifier codes,
    SessionCreator sessions,
    IUnitOfWork unitOfWork,
    ICallerContext context) : IRequestHandler<VerifySecondFactor, SignInResponse>
{
    public async Task<SignInResponse> Handle(VerifySecondFactor command, CancellationToken cancellationToken)
    {
        var pending = await challenges.AttemptAsync(command.MfaToken, cancellationToken) ?? throw AccessErrors.InvalidCode();
        return await context.RunAsAsync(
            new SystemCaller(pending.OrganizationId, pending.UserId), () => SignInAsync(command, pending, cancellationToken));
    }

    private async Task<SignInResponse> SignInAsync(VerifySecondFactor command, PendingSignIn pending, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new VerificationDataByUserSpec(pending.UserId), cancellationToken);
        if (account is null || account.AccountId != pending.AccountId)
        {
            throw AccessErrors.InvalidCode();
        }

        var result = await verifier.RunAsync(
            account.AccountId, () => codes.VerifyAsync(account, command.Code!, cancellationToken), cancellationToken);
        return result.IsValid
            ? await unitOfWork.ExecuteAsync(
                cancellation => sessions.CreateAsync(pending.AccountId, pending.Proof with { IsMultiFactor = true }, command.MfaToken, cancellation),
                cancellationToken)
            : throw AccessErrors.InvalidCode();
    }
}
