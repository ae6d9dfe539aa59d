using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Completes a sign-in at a provider, whose callback it is: signs in, or links an identity.</summary>
/// <param name="Provider">The provider's name, from the path: each has an address of its own (RFC 9700, section 4.4.2).</param>
/// <param name="State">What the browser was sent there with.</param>
/// <param name="Code">The authorization code.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Iss">Who says that it answers (RFC 9207).</param>
/// <param name="BrowserSecret">What the browser's cookie holds.</param>
[AllowAnonymous("This is how one signs in.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("The provider is asked in the middle of it.")]
public sealed record CompleteExternalSignIn(string Provider, string? State, string? Code, string? Error, string? Iss, string? BrowserSecret)
    : ICommand<ExternalSignInResult>
{
    /// <summary>Without its secrets, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(CompleteExternalSignIn)} {Provider}";
}
