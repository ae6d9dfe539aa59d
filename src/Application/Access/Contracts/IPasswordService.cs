using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>New passwords.</summary>
public interface IPasswordService
{
    /// <summary>Characters of a password at most, whatever the policy.</summary>
    const int MaxLength = PasswordPolicy.MaxLength;

    /// <summary>Checks a new password against the policy and hashes it. Slow on purpose: not inside a transaction.</summary>
    /// <param name="password">The password.</param>
    /// <param name="field">The field of the request that holds it, camelCase.</param>
    /// <param name="personal">What the password must not contain: address, name, organization.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ValidationError">The policy refuses it; names everything that is wrong.</exception>
    /// <exception cref="ServiceUnavailableError">Too many passwords wait to be hashed.</exception>
    Task<string> HashAsync(string password, string field, IReadOnlyList<string> personal, CancellationToken cancellationToken);
}
