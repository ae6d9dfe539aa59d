using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One page of the users that match.</summary>
internal sealed class ListUsersSpec : PageSpecification<User, UserResponse>
{
    public ListUsersSpec(ListUsers query)
        : base(query)
    {
        if (query.OrganizationId is { } organizationId)
        {
            Match(user => user.OrganizationId == organizationId);
        }

        if (query.Role is { } role)
        {
            Match(user => user.Role == role);
        }

        if (query.Status is { } status)
        {
            Match(user => user.Status == status);
        }

        Search(query.Search);
    }
}
