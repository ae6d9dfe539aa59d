using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account that a user signs in with, as the owner of a passkey.</summary>
internal sealed class PasskeyOwnerOfUser : SingleResultSpecification<Account, PasskeyOwner>
{
    public PasskeyOwnerOfUser(UserId userId)
    {
        Query.AsNoTracking().Where(account => account.Memberships.Any(membership => membership.UserId == userId));
        Query.Select(account => new PasskeyOwner(account.Id, account.Email, account.PasswordHash));
    }
}
