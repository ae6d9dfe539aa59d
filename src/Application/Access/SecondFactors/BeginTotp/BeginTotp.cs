using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins to enroll an authenticator app: creates a secret, which becomes a second factor with <see cref="ConfirmTotp"/>.</summary>
/// <param name="CurrentPassword">The password of the account, where it has one.</param>
[AuthenticatedOnly("Users manage only their own second factors.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("Nothing is enabled yet; the confirmation is audited.")]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record BeginTotp(string? CurrentPassword) : ICommand<TotpEnrolmentResponse>
{
    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(BeginTotp);
}
