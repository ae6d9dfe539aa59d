using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user, whole and tracked.</summary>
internal sealed class UserToEdit : SingleResultSpecification<User>
{
    public UserToEdit(UserId id) => Query.Where(user => user.Id == id);
}
