using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Puts another password in place of the one that the caller has told, if that is still the present one.</summary>
/// <param name="PasswordHash">The new password's hash.</param>
/// <param name="PasswordChangedAt">When the verified password was set; if it has changed since, it is not the current one.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="EndOtherSessions">Whether all sessions end but the caller's.</param>
[AuthenticatedOnly("Sent by the change of a password, to which the present one was told.")]
[Audited("password.changed")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record ReplacePassword(string PasswordHash, DateTimeOffset PasswordChangedAt, string Name, bool EndOtherSessions) : ICommand<Unit>
{
    /// <summary>Without the hash.</summary>
    public override string ToString() => nameof(ReplacePassword);
}
