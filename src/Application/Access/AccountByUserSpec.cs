using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account that a user signs in with, whole and tracked.</summary>
internal sealed class AccountByUserSpec : SingleResultSpecification<Account>
{
    public AccountByUserSpec(UserId userId) => Query.Where(account => account.Memberships.Any(membership => membership.UserId == userId));
}
