using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins a sign-in at another provider.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="ReturnUrl">A path of this site to go to afterwards.</param>
/// <param name="BrowserSecret">What the browser's cookie holds already; null when it has none.</param>
[AllowAnonymous("This is how one signs in.")]
[NotAudited("It only issues a state; the sign-in is audited.")]
[ManagesTransaction("The provider's metadata may have to be loaded first.")]
public sealed record BeginExternalSignIn(string Provider, string? ReturnUrl, string? BrowserSecret) : ICommand<ExternalAuthorization>
{
    /// <summary>Without the secret: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => $"{nameof(BeginExternalSignIn)} {Provider}";
}
