using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The organization's user with an address.</summary>
internal sealed class InvitableUserSpec : SingleResultSpecification<User, InvitableUser>
{
    public InvitableUserSpec(EmailAddress email)
    {
        Query.AsNoTracking().Where(user => user.Email == email);
        Query.Select(user => new InvitableUser(user.Id, user.Role, user.Status, user.Name));
    }
}
