using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Which invitation a token says; null when it is unknown or used. The token stays good.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential; whoever is invited is nobody yet.")]
[NoValidator("A text that cannot be a token is a wrong token.")]
public sealed record FindInvitationToken(string Token) : IQuery<string?>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(FindInvitationToken);
}
