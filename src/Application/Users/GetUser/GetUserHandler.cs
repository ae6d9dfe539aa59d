using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetUserHandler(UserReader users) : IRequestHandler<GetUser, UserResponse>
{
    public Task<UserResponse> Handle(GetUser query, CancellationToken cancellationToken) => users.GetAsync(query.Id, query.Include, cancellationToken);
}
