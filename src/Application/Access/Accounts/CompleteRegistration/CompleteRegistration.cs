using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Uses the token of a registration and founds what it asked for, if its address has no account by now.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("Sent by the verification; the token is the credential.")]
[NotAudited("What it does is the founding, which is.")]
[NoValidator("A text that cannot be a token is a wrong token.")]
public sealed record CompleteRegistration(string Token) : ICommand<Unit>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(CompleteRegistration);
}
