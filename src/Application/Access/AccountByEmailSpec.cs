using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account of whoever has proved an email address, whole and tracked.</summary>
internal sealed class AccountByEmailSpec : SingleResultSpecification<Account>
{
    public AccountByEmailSpec(EmailAddress email) => Query.Where(account =>
        account.Email == email && account.LocalOrganizationId == null && account.ReservedForId == null);
}
