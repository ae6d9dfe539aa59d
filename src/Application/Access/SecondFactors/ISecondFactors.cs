using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What an account has for a second factor.</summary>
public interface ISecondFactors
{
    /// <summary>
    /// What the user's account can answer the question for a second factor with, as <see cref="SecondFactorMethods"/> names it; empty where there is none.
    /// </summary>
    Task<IReadOnlyList<string>> GetMethodsAsync(UserId userId, CancellationToken cancellationToken);
}
