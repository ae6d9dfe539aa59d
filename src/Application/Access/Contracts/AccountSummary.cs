using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account that a user signs in with, as other modules need it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">Its address.</param>
/// <param name="IsLocal">Whether it opens the user's organization alone, because nobody has proved the address.</param>
public sealed record AccountSummary(AccountId Id, EmailAddress Email, bool IsLocal);
