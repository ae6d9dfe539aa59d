using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Goes on where a provider sends the browser back to: signs in, or links an identity. Neither a command nor a query: the provider is asked in the
/// middle of it, which no transaction waits for; <see cref="OpenSession"/> and <see cref="AddExternalIdentity"/> are the commands, and what is audited.
/// </summary>
/// <param name="Provider">The provider's name, from the path: each has an address of its own (RFC 9700, section 4.4.2).</param>
/// <param name="State">What the browser was sent there with.</param>
/// <param name="Code">The authorization code.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Iss">Who says that it answers (RFC 9207).</param>
/// <param name="BrowserSecret">What the browser's cookie holds.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record CompleteExternalSignIn(string Provider, string? State, string? Code, string? Error, string? Iss, string? BrowserSecret)
    : IRequest<ExternalSignInResult>
{
    /// <summary>Without its secrets: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => $"{nameof(CompleteExternalSignIn)} {Provider}";
}
