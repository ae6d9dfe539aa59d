using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Changes the address of an account, and of its users in all of its organizations, with the token that was mailed to the new one; or undoes it, with the token that
/// was mailed to the old one.
/// </summary>
/// <param name="Token">The token of either link.</param>
[AllowAnonymous("The token is the credential.")]
[Audited("account.email_changed")]
[ManagesTransaction("Which organization it runs in follows from the token.")]
public sealed record ConfirmEmail(string? Token) : ICommand<Unit>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(ConfirmEmail);
}
