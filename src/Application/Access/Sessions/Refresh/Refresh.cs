using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Exchanges a refresh token for the next pair. Not a command, because one outcome is both: a token that was used before ends the session, which has to
/// be stored, and is refused, which would roll a command back. So the exchange is one transaction here, and the end of the session a command of its own.
/// </summary>
/// <param name="RefreshToken">The token.</param>
[AllowAnonymous("The token is the credential; the access token has usually expired.")]
[NoValidator("A text that cannot be a token is a wrong token.")]
public sealed record Refresh(string? RefreshToken) : IRequest<SessionResponse>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(Refresh);
}
