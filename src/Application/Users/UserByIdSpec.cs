using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user, as a response.</summary>
internal sealed class UserByIdSpec : SingleResultSpecification<User, UserResponse>
{
    public UserByIdSpec(UserId id)
    {
        Query.AsNoTracking().Where(user => user.Id == id);
        Query.Select(Projection<User, UserResponse>.Expression);
    }
}
