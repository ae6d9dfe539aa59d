using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Replaces the caller's password; the present one is asked for. No command, because passwords are hashed before a transaction is open;
/// <see cref="ReplacePassword"/> is the command, and what is audited.
/// </summary>
/// <param name="CurrentPassword">The present password, at most 1,000 characters.</param>
/// <param name="NewPassword">By the password policy.</param>
/// <param name="EndOtherSessions">Whether the person is signed out everywhere else; so unless they say no.</param>
[AuthenticatedOnly("Everybody keeps their own password.")]
public sealed record ChangePassword(string? CurrentPassword, string? NewPassword, bool EndOtherSessions = true) : IRequest<Unit>
{
    /// <summary>Without the passwords: whoever reads a log must not learn them.</summary>
    public override string ToString() => nameof(ChangePassword);
}
