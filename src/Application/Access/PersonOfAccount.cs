using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Whose an open account is. Of several memberships, the oldest, as at a sign-in.</summary>
internal sealed class PersonOfAccount : Specification<Membership, Person>
{
    public PersonOfAccount(AccountId accountId)
    {
        Query.AsNoTracking().Where(membership => membership.AccountId == accountId && membership.Account.DeletedAt == null)
            .OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new Person(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
