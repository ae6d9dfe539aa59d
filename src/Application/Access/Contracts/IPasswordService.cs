using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Hashes new passwords.</summary>
public interface IPasswordService
{
    /// <summary>Maximum characters of a password, under every policy.</summary>
    const int MaxLength = PasswordPolicy.MaxLength;

    /// <summary>Characters of a password at least, under the standard policy.</summary>
    static int MinLength => PasswordPolicy.Standard.MinLength;

    /// <summary>Checks a new password against the policy and hashes it. Slow on purpose: not inside a transaction.</summary>
    /// <param name="password">The password.</param>
    /// <param name="field">The field of the request that holds it, camelCase.</param>
    /// <param name="personal">Personal data that the password must not contain: email address, name, organization.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ValidationError">The password violates the policy; lists every violated rule.</exception>
    /// <exception cref="ServiceUnavailableError">The queue of waiting hashes is full.</exception>
    Task<string> HashAsync(string password, string field, IReadOnlyList<string> personal, CancellationToken cancellationToken);
}
