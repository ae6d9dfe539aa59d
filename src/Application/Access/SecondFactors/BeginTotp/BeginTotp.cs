using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins to enroll an authenticator app: makes a secret, which is a second factor once <see cref="ConfirmTotp"/> has seen a code of it.</summary>
/// <param name="CurrentPassword">The password of the account, where it has one.</param>
[AuthenticatedOnly("Second factors are their owner's alone.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("Nothing is enabled yet; the confirmation is audited.")]
[ManagesTransaction("The password is verified first.")]
public sealed record BeginTotp(string? CurrentPassword) : ICommand<TotpEnrolmentResponse>
{
    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(BeginTotp);
}
