using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The open account with an address.</summary>
internal sealed class AccountByEmailSpec : Specification<Account>
{
    public AccountByEmailSpec(EmailAddress email) => Query.AsNoTracking().Where(account => account.Email == email);
}
