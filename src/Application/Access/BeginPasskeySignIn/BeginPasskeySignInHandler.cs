using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeySignInHandler(
    IPasskeyCeremonies ceremonies, ISecondFactorChallenges questions, IOneTimeTokens tokens, IUnitOfWork unitOfWork)
    : IRequestHandler<BeginPasskeySignIn, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeySignIn request, CancellationToken cancellationToken)
    {
        var accountId = await AskedAsync(request.MfaToken, cancellationToken);
        var ceremony = await ceremonies.BeginSignInAsync(accountId, cancellationToken);
        return await PasskeyChallenge.IssueAsync(unitOfWork, tokens, OneTimeTokenPurpose.PasskeySignIn, accountId, ceremony, cancellationToken);
    }

    private async Task<AccountId?> AskedAsync(string? mfaToken, CancellationToken cancellationToken) =>
        mfaToken is null ? null : (await questions.FindAsync(mfaToken, cancellationToken) ?? throw AccessErrors.InvalidPasskey()).AccountId;
}
