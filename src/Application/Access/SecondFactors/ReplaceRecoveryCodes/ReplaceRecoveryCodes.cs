using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Puts new recovery codes in place of those of the caller.</summary>
/// <param name="AccountId">The caller's account.</param>
[AuthenticatedOnly("Sent by the use case that has the caller prove who they are.")]
[Audited("mfa.recovery_codes_renewed")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record ReplaceRecoveryCodes(AccountId AccountId) : ICommand<RecoveryCodesResponse>;
