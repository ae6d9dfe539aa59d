using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Checks new passwords, before anything else is known of who sets them.</summary>
public interface IPasswordRules
{
    /// <summary>Returns every rule that the password violates; empty when it is valid.</summary>
    /// <param name="password">The password as entered.</param>
    /// <param name="field">The field of the request that holds it, camelCase.</param>
    /// <param name="personal">Personal data that the password must not contain: email address, name, organization.</param>
    IReadOnlyList<ErrorDetail> Check(string password, string field, params IEnumerable<string?> personal);
}
