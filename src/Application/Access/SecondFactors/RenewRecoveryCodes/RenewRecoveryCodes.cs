using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Replaces the recovery codes with new ones.</summary>
[AuthenticatedOnly("Users manage only their own recovery codes.")]
[Audited("mfa.recovery_codes_renewed")]
[NoValidator("It has no parameters.")]
[RequiresRecentAuthentication]
public sealed record RenewRecoveryCodes : ICommand<RecoveryCodesResponse>;
