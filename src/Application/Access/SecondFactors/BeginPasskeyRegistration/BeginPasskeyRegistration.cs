using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins to add a passkey to the caller's account. Neither a command nor a query: no transaction is open while the password is verified.
/// </summary>
/// <param name="CurrentPassword">The password of the account: a passkey outlives the session that added it (OWASP ASVS 5.0, 7.5.1),</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
[AllowedWhileEnrolling]
public sealed record BeginPasskeyRegistration(string? CurrentPassword, string? Code) : IRequest<PasskeyChallenge>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(BeginPasskeyRegistration);
}
