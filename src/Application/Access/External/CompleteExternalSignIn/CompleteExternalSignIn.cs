using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Completes an external sign-in (the callback of the provider): signs in or links an identity.</summary>
/// <param name="Provider">The provider's name, from the path: each provider has its own redirect URI (RFC 9700, section 4.4.2).</param>
/// <param name="State">The state of the authorization request.</param>
/// <param name="Code">The authorization code.</param>
/// <param name="Error">The provider's error code; null with an authorization code.</param>
/// <param name="Iss">The issuer identifier (RFC 9207).</param>
/// <param name="BrowserSecret">The secret in the browser's cookie.</param>
[AllowAnonymous("The caller signs in with this request.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("Calls the provider over the network.")]
public sealed record CompleteExternalSignIn(string Provider, string? State, string? Code, string? Error, string? Iss, string? BrowserSecret)
    : ICommand<ExternalSignInResult>
{
    /// <summary>Without its secrets, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(CompleteExternalSignIn)} {Provider}";
}
