using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetMeHandler(UserReader users) : IRequestHandler<GetMe, UserResponse>
{
    public Task<UserResponse> Handle(GetMe query, CancellationToken cancellationToken) =>
        users.GetSelfAsync(query.Include, cancellationToken);
}
