using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Sets a password with the token of a link and ends all sessions of the account, in all of its organizations.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Password">By the password policy.</param>
[AllowAnonymous("The token is the credential.")]
[Audited("password.reset")]
[ManagesTransaction("Hashes the password, which is slow.")]
public sealed record ResetPassword(string? Token, string? Password) : ICommand<Unit>
{
    /// <summary>Without token and password, which must not reach a log.</summary>
    public override string ToString() => nameof(ResetPassword);
}
