using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Replaces the caller's password; asks for the current one.</summary>
/// <param name="CurrentPassword">The current password, at most 1,000 characters.</param>
/// <param name="NewPassword">By the password policy.</param>
/// <param name="EndOtherSessions">Whether all sessions but the current one end; true by default.</param>
[AuthenticatedOnly("Users change only their own password.")]
[Audited("password.changed")]
[ManagesTransaction("Verifies and hashes passwords, which is slow.")]
public sealed record ChangePassword([property: Example("Four 4 green kites")] string? CurrentPassword, string? NewPassword, bool EndOtherSessions = true) : ICommand<Unit>
{
    /// <summary>Without the passwords, which must not reach a log.</summary>
    public override string ToString() => nameof(ChangePassword);
}
