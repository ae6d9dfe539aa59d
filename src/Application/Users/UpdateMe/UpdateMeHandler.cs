using CleanApi.Application.Common.Security;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class UpdateMeHandler(UserEditor editor, ICallerContext context) : IRequestHandler<UpdateMe, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateMe command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(context.Required.UserId, command.Expected, cancellationToken);
        await editor.ApplyAsync(user, command.Adapt<UserPatch>(), cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
