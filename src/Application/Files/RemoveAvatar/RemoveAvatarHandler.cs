using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class RemoveAvatarHandler(IAvatarStore store, IUserAvatars avatars, ICallerContext context) : IRequestHandler<RemoveAvatar, Unit>
{
    public async Task<Unit> Handle(RemoveAvatar command, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(context.RequiredUserId, cancellationToken);
        await avatars.ChangeAsync(null, cancellationToken);
        return Unit.Value;
    }
}
