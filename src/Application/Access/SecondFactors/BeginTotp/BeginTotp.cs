using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Begins to enroll an authenticator app: creates a secret, which becomes a second factor with <see cref="ConfirmTotp"/>.</summary>
[AuthenticatedOnly("Users manage only their own second factors.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("Nothing is enabled yet; the confirmation is audited.")]
[NoValidator("It has no parameters.")]
[RequiresRecentAuthentication]
[NotReplayed("The secret is for the session that began, and for no other one of the same person.")]
public sealed record BeginTotp : ICommand<TotpEnrolmentResponse>;
