using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>What is sent to a browser at the beginning of a ceremony, and comes back once.</summary>
/// <param name="Token">Goes with the credential: it stands for the challenge.</param>
/// <param name="ExpiresIn">Seconds to come back in.</param>
/// <param name="Options">For the browser, as JSON.</param>
public sealed record PasskeyChallenge(string Token, int ExpiresIn, string Options)
{
    /// <summary>How long a challenge is good; as long as browsers wait for a person (WebAuthn Level 3, section 15.1).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Without the token and the challenge.</summary>
    public override string ToString() => nameof(PasskeyChallenge);

    /// <summary>Keeps the state of a ceremony, encrypted, under a token of one use.</summary>
    internal static async Task<PasskeyChallenge> IssueAsync(
        IUnitOfWork unitOfWork,
        IOneTimeTokens tokens,
        OneTimeTokenPurpose purpose,
        AccountId? accountId,
        PasskeyCeremony ceremony,
        CancellationToken cancellationToken)
    {
        var token = await unitOfWork.InsertAsync(
            _ => Task.FromResult(tokens.Issue(purpose, Lifetime, accountId, payload: ceremony.State)), cancellationToken);
        return new PasskeyChallenge(token, (int)Lifetime.TotalSeconds, ceremony.Options);
    }
}
