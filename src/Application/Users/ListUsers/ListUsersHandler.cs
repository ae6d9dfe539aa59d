using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ListUsersHandler(IReadRepository<User> users, UserReader reader) : IRequestHandler<ListUsers, Page<UserResponse>>
{
    public async Task<Page<UserResponse>> Handle(ListUsers query, CancellationToken cancellationToken)
    {
        var page = await users.PageAsync(new PageSpecification<User, UserResponse>(query), cancellationToken);
        if (query.Include is null)
        {
            return page;
        }

        // All of them are of the caller's organization: one more statement, whatever the number of users.
        var organization = await reader.IncludedAsync(query.Include, cancellationToken);
        return page with { Items = [.. page.Items.Select(user => user with { Organization = organization })] };
    }
}
