using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Replaces the recovery codes with new ones.</summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Users manage only their own recovery codes.")]
[Audited("mfa.recovery_codes_renewed")]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record RenewRecoveryCodes(string? CurrentPassword, string? Code) : ICommand<RecoveryCodesResponse>
{
    /// <summary>Without password and code, which must not reach a log.</summary>
    public override string ToString() => nameof(RenewRecoveryCodes);
}
