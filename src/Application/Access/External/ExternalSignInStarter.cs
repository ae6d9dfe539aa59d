using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Application.Access;

/// <summary>Begins at a provider, whether to sign in or to link: state, nonce and code verifier are made, and tied to the browser.</summary>
[Service]
internal sealed class ExternalSignInStarter(IExternalProviders providers, IOneTimeTokens tokens, IUnitOfWork unitOfWork)
{
    private const int SecretLength = 43;

    // Long enough to find a telephone, short enough that nobody comes back to a forgotten tab.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>What of a browser's secret is kept.</summary>
    public static byte[] Hash(string browserSecret) => SHA256.HashData(Encoding.UTF8.GetBytes(browserSecret));

    /// <summary>Begins.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    /// <param name="browserSecret">What the browser's cookie holds already: a second tab must not make the first one fail.</param>
    /// <param name="link">Whose account the identity is to be linked to.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ExternalAuthorization> StartAsync(
        string provider, string? returnUrl, string? browserSecret, ExternalLink? link, CancellationToken cancellationToken)
    {
        var name = providers.Get(provider).Name;
        var secret = IsSecret(browserSecret) ? browserSecret! : ExternalChallenge.CreateSecret();
        var (nonce, verifier) = (ExternalChallenge.CreateSecret(), ExternalChallenge.CreateSecret());
        var payload = new ExternalSignInState(name, nonce, verifier, Hash(secret), returnUrl, link).Serialize();
        var state = await unitOfWork.InsertAsync(
            _ => Task.FromResult(tokens.Issue(OneTimeTokenPurpose.ExternalSignIn, Lifetime, payload: payload)), cancellationToken);

        var url = await providers.AuthorizationUrlAsync(name, new ExternalChallenge(state, nonce, verifier), cancellationToken);
        return new ExternalAuthorization(url, secret, Lifetime);
    }

    private static bool IsSecret(string? text) => text is { Length: SecretLength } && Base64Url.IsValid(text);
}
