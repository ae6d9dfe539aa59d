using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins a sign-in at another provider. Neither a command nor a query: the provider may have to be asked first, which no transaction waits for.
/// </summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="ReturnUrl">A path of this site to go to afterwards.</param>
/// <param name="BrowserSecret">What the browser's cookie holds already; null when it has none.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record BeginExternalSignIn(string Provider, string? ReturnUrl, string? BrowserSecret) : IRequest<ExternalAuthorization>
{
    /// <summary>Without the secret: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => $"{nameof(BeginExternalSignIn)} {Provider}";
}
