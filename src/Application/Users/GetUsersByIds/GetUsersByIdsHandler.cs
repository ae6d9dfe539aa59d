using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetUsersByIdsHandler(IReadRepository<User> users) : IRequestHandler<GetUsersByIds, IReadOnlyList<UserResponse?>>
{
    public async Task<IReadOnlyList<UserResponse?>> Handle(GetUsersByIds query, CancellationToken cancellationToken)
    {
        var found = (await users.ListAsync(new UsersByIdsSpec(query.Ids), cancellationToken)).ToDictionary(user => user.Id);
        return [.. query.Ids.Select(id => found.GetValueOrDefault(id))];
    }
}
