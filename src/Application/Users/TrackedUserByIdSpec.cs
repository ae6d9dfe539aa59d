using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user, whole and tracked.</summary>
internal sealed class TrackedUserByIdSpec : SingleResultSpecification<User>
{
    public TrackedUserByIdSpec(UserId id) => Query.Where(user => user.Id == id);
}
