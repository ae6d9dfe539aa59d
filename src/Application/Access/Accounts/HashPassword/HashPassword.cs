using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Checks a new password against the policy and hashes it. For use cases that set one: sent before their command, because no transaction may be open
/// meanwhile. Fails with what is wrong with the password.
/// </summary>
/// <param name="Password">The password.</param>
/// <param name="Field">The field that it came in, camelCase.</param>
/// <param name="Personal">What everybody knows of the person and the password must not hold: address, name, organization.</param>
[AllowAnonymous("Sent by other use cases; whoever sets a password for the first time is nobody yet.")]
[NoValidator("The policy is what the handler checks.")]
public sealed record HashPassword(string Password, string Field, IReadOnlyList<string> Personal) : IRequest<string>
{
    /// <summary>Characters of a password at most, whatever the policy.</summary>
    public const int MaxPasswordLength = PasswordPolicy.MaxLength;

    /// <summary>Without the password: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(HashPassword);
}
