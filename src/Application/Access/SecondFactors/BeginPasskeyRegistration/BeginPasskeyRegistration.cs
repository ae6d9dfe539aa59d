using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Begins to add a passkey to the caller's account.</summary>
/// <param name="Name">What it will be called, 1 to 100 characters: checked before the authenticator stores anything. Can be left out.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("It only issues a challenge; the passkey that is added is audited.")]
[RequiresRecentAuthentication]
public sealed record BeginPasskeyRegistration([property: Example("Work laptop")] string? Name = null) : ICommand<PasskeyChallenge>;
