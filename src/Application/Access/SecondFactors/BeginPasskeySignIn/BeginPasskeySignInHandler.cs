using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeySignInHandler(
    IPasskeyCeremonies ceremonies, IMfaChallenges challenges, IOneTimeTokens tokens, IUnitOfWork unitOfWork)
    : IRequestHandler<BeginPasskeySignIn, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(BeginPasskeySignIn request, CancellationToken cancellationToken)
    {
        // An unknown challenge gets what an anonymous request gets: the end of the ceremony refuses it.
        var accountId = request.MfaToken is { } token ? (await challenges.FindAsync(token, cancellationToken))?.AccountId : null;
        var ceremony = await ceremonies.BeginSignInAsync(accountId, cancellationToken);
        return await PasskeyChallenge.IssueAsync(unitOfWork, tokens, OneTimeTokenPurpose.PasskeySignIn, accountId, ceremony, cancellationToken);
    }
}
