using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Removes the caller's authenticator app as a second factor.</summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Users manage only their own second factors.")]
[Audited("mfa.disabled")]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record DisableTotp(string? CurrentPassword, string? Code) : ICommand<Unit>
{
    /// <summary>Without password and code, which must not reach a log.</summary>
    public override string ToString() => nameof(DisableTotp);
}
