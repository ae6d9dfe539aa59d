using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Notes that a passkey has signed with a counter that is not newer than the last: its authenticator may have a copy (WebAuthn Level 3, section 6.1.1).
/// </summary>
/// <param name="CredentialId">The passkey's credential.</param>
[AuthenticatedOnly("Sent by the sign-in that was refused, as the passkey's owner.")]
[Audited("passkey.counter_regressed")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record ReportPasskeyCounter(byte[] CredentialId) : ICommand<Unit>;
