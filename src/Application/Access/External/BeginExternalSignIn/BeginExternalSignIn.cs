using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins an external sign-in.</summary>
/// <param name="Provider">The provider's name in the settings, such as <c>google</c>.</param>
/// <param name="ReturnUrl">A local path to redirect to afterwards.</param>
/// <param name="BrowserSecret">The secret in the browser's cookie; null when it has none.</param>
[AllowAnonymous("The caller signs in with this request.")]
[NotAudited("It only issues a state; the sign-in is audited.")]
[ManagesTransaction("Loads the provider's metadata over the network.")]
public sealed record BeginExternalSignIn(string Provider, string? ReturnUrl, string? BrowserSecret) : ICommand<ExternalAuthorization>
{
    /// <summary>Without the secret, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(BeginExternalSignIn)} {Provider}";
}
