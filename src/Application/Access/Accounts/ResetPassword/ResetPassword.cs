using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Sets a password with the token of a link, and ends all sessions of the account. No command, because the password is hashed before a transaction is
/// open; <see cref="CompletePasswordReset"/> is the command, and what is audited.
/// </summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Password">By the password policy.</param>
[AllowAnonymous("The token is the credential.")]
public sealed record ResetPassword(string? Token, string? Password) : IRequest<Unit>
{
    /// <summary>Without token and password: whoever reads a log must not learn them.</summary>
    public override string ToString() => nameof(ResetPassword);
}
