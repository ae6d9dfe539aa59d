using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The organization's user with an address, tracked.</summary>
internal sealed class UserByEmailSpec : SingleResultSpecification<User>
{
    public UserByEmailSpec(EmailAddress email) => Query.Where(user => user.Email == email);
}
