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
        // A question that nobody has asked gets what strangers get: the end of the ceremony refuses it.
        var accountId = request.MfaToken is { } token ? (await questions.FindAsync(token, cancellationToken))?.AccountId : null;
        var ceremony = await ceremonies.BeginSignInAsync(accountId, cancellationToken);
        return await PasskeyChallenge.IssueAsync(unitOfWork, tokens, OneTimeTokenPurpose.PasskeySignIn, accountId, ceremony, cancellationToken);
    }
}
