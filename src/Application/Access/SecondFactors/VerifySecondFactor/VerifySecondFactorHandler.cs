using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifySecondFactorHandler(
    ISecondFactorChallenges challenges,
    IReadRepository<Account> accounts,
    CountedVerification verification,
    CodeVerifier codes,
    ICallerContext context,
    ISender sender) : IRequestHandler<VerifySecondFactor, SignInResponse>
{
    public async Task<SignInResponse> Handle(VerifySecondFactor request, CancellationToken cancellationToken)
    {
        var pending = await challenges.AttemptAsync(request.MfaToken, cancellationToken) ?? throw AccessErrors.InvalidCode();
        context.Enter(pending.Caller);
        var account = await accounts.SingleOrDefaultAsync(new VerificationDataOfUser(pending.UserId), cancellationToken);
        if (account is null || account.AccountId != pending.AccountId)
        {
            throw AccessErrors.InvalidCode();
        }

        var result = await verification.RunAsync(
            account.AccountId, () => codes.IsRightAsync(account, request.Code!, cancellationToken), cancellationToken);
        return result.IsRight ? await sender.Send(pending.Complete(request.MfaToken!), cancellationToken) : throw AccessErrors.InvalidCode();
    }
}
