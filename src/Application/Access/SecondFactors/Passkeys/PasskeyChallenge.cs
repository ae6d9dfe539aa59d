using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The options of a ceremony for the browser.</summary>
/// <param name="Token">The token of the challenge, to be sent with the credential; valid once.</param>
/// <param name="ExpiresIn">Seconds until it expires.</param>
/// <param name="Options">For the browser, as JSON.</param>
public sealed record PasskeyChallenge(string Token, int ExpiresIn, string Options)
{
    /// <summary>How long a challenge is valid: the recommended browser timeout (WebAuthn Level 3, section 15.1).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Without the token and the challenge.</summary>
    public override string ToString() => nameof(PasskeyChallenge);

    /// <summary>Stores the state of a ceremony, encrypted, as the payload of a one-time token. Joins the unit of work.</summary>
    internal static PasskeyChallenge Issue(IOneTimeTokens tokens, OneTimeTokenPurpose purpose, AccountId? accountId, PasskeyCeremony ceremony) =>
        new(tokens.Issue(purpose, Lifetime, accountId, payload: ceremony.State), (int)Lifetime.TotalSeconds, ceremony.Options);
}
