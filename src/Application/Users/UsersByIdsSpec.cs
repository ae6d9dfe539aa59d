using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The users with these ids, in any order.</summary>
internal sealed class UsersByIdsSpec : Specification<User, UserResponse>
{
    public UsersByIdsSpec(IReadOnlyCollection<UserId> ids)
    {
        Query.AsNoTracking().Where(user => ids.Contains(user.Id));
        Query.Select(Projection<User, UserResponse>.Expression);
    }
}
