using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ConfirmUserHandler(UserEditor editor, TimeProvider clock) : IRequestHandler<ConfirmUser, Unit>
{
    public async Task<Unit> Handle(ConfirmUser command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(command.UserId, ExpectedVersion.Any, cancellationToken);
        if (user.Status == UserStatus.Invited)
        {
            user.Activate(clock.GetUtcNow());
        }

        return Unit.Value;
    }
}
