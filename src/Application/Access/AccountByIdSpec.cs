using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One account, whole and tracked.</summary>
internal sealed class AccountByIdSpec : SingleResultSpecification<Account>
{
    public AccountByIdSpec(AccountId id) => Query.Where(account => account.Id == id);
}
