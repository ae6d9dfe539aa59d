using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins to add a passkey to the caller's account. Neither a command nor a query: no transaction is open while the password is verified.
/// </summary>
/// <param name="CurrentPassword">The account's password, where it has one: a passkey outlives the session that added it (OWASP ASVS 5.0, 7.5.1).</param>
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
[AllowedWhileEnrolling]
public sealed record BeginPasskeyRegistration(string? CurrentPassword) : IRequest<PasskeyChallenge>
{
    /// <summary>Without the password: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(BeginPasskeyRegistration);
}
