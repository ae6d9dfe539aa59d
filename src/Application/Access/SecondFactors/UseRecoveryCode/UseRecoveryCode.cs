using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Uses a recovery code up; false when there is no such code, or it was used.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="Code">The code, without hyphens.</param>
[AuthenticatedOnly("Sent by the use case that was given the code, as the user that it would let in.")]
[Audited("mfa.recovery_code_used")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record UseRecoveryCode(AccountId AccountId, string Code) : ICommand<bool>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(UseRecoveryCode);
}
