using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Begins to add a passkey to the caller's account.</summary>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("It only issues a challenge; the passkey that is added is audited.")]
[NoValidator("It has no parameters.")]
[RequiresRecentAuthentication]
public sealed record BeginPasskeyRegistration : ICommand<PasskeyChallenge>;
