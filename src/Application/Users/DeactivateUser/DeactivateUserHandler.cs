using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class DeactivateUserHandler(UserEditor editor, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<DeactivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(DeactivateUser command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(command.Id, ExpectedVersion.Any, cancellationToken);
        if (user.Deactivate(context.Required.UserId, await editor.OtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow()))
        {
            await sender.Send(new EndUserSessions(user.Id), cancellationToken);
        }

        return user.Adapt<UserResponse>();
    }
}
