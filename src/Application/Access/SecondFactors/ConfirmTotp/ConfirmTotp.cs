using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Confirms an authenticator app with a code, which makes it a second factor; in the session that began. Returns recovery codes in case the app is lost.</summary>
/// <param name="Code">A code of the app.</param>
[AuthenticatedOnly("Users manage only their own second factors.")]
[AllowedBeforeMfaEnrollment]
[Audited("mfa.enabled")]
[ManagesTransaction("The count of failed attempts must not be rolled back.")]
public sealed record ConfirmTotp(string? Code) : ICommand<RecoveryCodesResponse>
{
    /// <summary>Without the code, which must not reach a log.</summary>
    public override string ToString() => nameof(ConfirmTotp);
}
