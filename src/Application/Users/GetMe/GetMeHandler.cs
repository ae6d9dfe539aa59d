using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetMeHandler(ICallerContext context, ISender sender) : IRequestHandler<GetMe, UserResponse>
{
    public Task<UserResponse> Handle(GetMe query, CancellationToken cancellationToken) =>
        sender.Send(new GetUser(context.Required.UserId, query.Include), cancellationToken);
}
