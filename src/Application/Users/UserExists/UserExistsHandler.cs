using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class UserExistsHandler(IReadRepository<User> users) : IRequestHandler<UserExists, bool>
{
    public Task<bool> Handle(UserExists query, CancellationToken cancellationToken) => users.AnyAsync(new UserById(query.Id), cancellationToken);
}
