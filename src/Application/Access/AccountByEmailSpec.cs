using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account with an email address.</summary>
internal sealed class AccountByEmailSpec : Specification<Account>
{
    public AccountByEmailSpec(EmailAddress email) => Query.AsNoTracking().Where(account => account.Email == email);
}
