using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins to add a passkey to the caller's account.</summary>
/// <param name="CurrentPassword">The password of the account: a passkey outlives the session that added it (OWASP ASVS 5.0, 7.5.1),</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("It only issues a challenge; the passkey that is added is audited.")]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record BeginPasskeyRegistration(string? CurrentPassword, string? Code) : ICommand<PasskeyChallenge>
{
    /// <summary>Without password and code, which must not reach a log.</summary>
    public override string ToString() => nameof(BeginPasskeyRegistration);
}
