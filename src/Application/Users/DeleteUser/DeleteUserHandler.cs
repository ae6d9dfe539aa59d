using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class DeleteUserHandler(UserEditor editor, ICallerContext context, ISender sender, TimeProvider clock) : IRequestHandler<DeleteUser, Unit>
{
    public async Task<Unit> Handle(DeleteUser command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(command.Id, command.Expected, cancellationToken);
        user.Delete(context.Required.UserId, await editor.OtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        await sender.Send(new CloseAccount(user.Id), cancellationToken);
        return Unit.Value;
    }
}
