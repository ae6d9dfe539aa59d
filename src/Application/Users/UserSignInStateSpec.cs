using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user, as other modules need it.</summary>
internal sealed class UserSignInStateSpec : SingleResultSpecification<User, UserSignInState>
{
    public UserSignInStateSpec(UserId id)
    {
        Query.AsNoTracking().Where(user => user.Id == id);
        Query.Select(user => new UserSignInState(user.Role, user.Status, user.Name, user.Email));
    }
}
