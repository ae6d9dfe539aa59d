using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Application.Access;

/// <summary>Creates the authorization request of a sign-in or a link: state, nonce and code verifier, bound to the browser.</summary>
[Service]
internal sealed class ExternalSignInStarter(IExternalProviders providers, IOneTimeTokens tokens, IUnitOfWork unitOfWork)
{
    private const int SecretLength = 43;

    // Long enough for MFA at the provider, short enough for a forgotten tab.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>SHA-256 of a browser secret; only the hash is stored.</summary>
    public static byte[] Hash(string browserSecret) => SHA256.HashData(Encoding.UTF8.GetBytes(browserSecret));

    /// <summary>Stores the state and returns the redirect to the provider.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="returnUrl">Where to redirect to afterwards.</param>
    /// <param name="browserSecret">The secret in the browser's cookie, which is reused so that several tabs work; null when there is none.</param>
    /// <param name="link">The user to link the identity to; null for a sign-in.</param>
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
