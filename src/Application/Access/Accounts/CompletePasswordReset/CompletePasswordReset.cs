using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Uses the token of a reset: sets the password, ends all sessions, and lets in whoever was only invited, because the mailbox is proved.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="PasswordHash">The new password's hash.</param>
[AuthenticatedOnly("Sent by the reset, as the person whose link it is.")]
[Audited("password.reset")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record CompletePasswordReset(string Token, string PasswordHash) : ICommand<Unit>
{
    /// <summary>Without token and hash.</summary>
    public override string ToString() => nameof(CompletePasswordReset);
}
