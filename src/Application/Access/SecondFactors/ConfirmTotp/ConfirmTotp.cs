using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Makes an authenticator app a second factor: a code proves that it has the secret. Answers recovery codes, for the day that it is lost.</summary>
/// <param name="Code">A code of the app.</param>
[AuthenticatedOnly("Everybody sets up their own.")]
[AllowedBeforeMfaEnrollment]
[Audited("mfa.enabled")]
public sealed record ConfirmTotp(string? Code) : ICommand<RecoveryCodesResponse>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(ConfirmTotp);
}
