using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The second factors of accounts.</summary>
public interface ISecondFactors
{
    /// <summary>
    /// Returns the methods with which the user can answer an MFA challenge (<see cref="SecondFactorMethods"/>); empty without a second factor.
    /// </summary>
    Task<IReadOnlyList<string>> GetMethodsAsync(UserId userId, CancellationToken cancellationToken);
}
