using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetMeHandler(UserReader users, ICallerContext context) : IRequestHandler<GetMe, UserResponse>
{
    public Task<UserResponse> Handle(GetMe query, CancellationToken cancellationToken) =>
        users.GetAsync(context.RequiredUserId, query.Include, cancellationToken);
}
