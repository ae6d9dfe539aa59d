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
        // An unknown MFA challenge is treated like none here; the end of the ceremony rejects it.
        var accountId = request.MfaToken is { } token ? (await challenges.FindAsync(token, cancellationToken))?.AccountId : null;
        var ceremony = await ceremonies.BeginSignInAsync(accountId, cancellationToken);
        return await unitOfWork.InsertAsync(
            _ => Task.FromResult(PasskeyChallenge.Issue(tokens, OneTimeTokenPurpose.PasskeySignIn, accountId, ceremony)), cancellationToken);
    }
}
