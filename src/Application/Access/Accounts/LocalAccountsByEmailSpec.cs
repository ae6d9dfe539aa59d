using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The local accounts of an address, of all organizations, whole and tracked.</summary>
internal sealed class LocalAccountsByEmailSpec : Specification<Account>
{
    public LocalAccountsByEmailSpec(EmailAddress email) => Query.Where(account => account.Email == email && account.LocalOrganizationId != null);
}
