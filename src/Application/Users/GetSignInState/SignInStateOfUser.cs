using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user, as a sign-in sees them.</summary>
internal sealed class SignInStateOfUser : SingleResultSpecification<User, SignInState>
{
    public SignInStateOfUser(UserId id)
    {
        Query.AsNoTracking().Where(user => user.Id == id);
        Query.Select(user => new SignInState(user.Role, user.Status, user.Name, user.Email));
    }
}
