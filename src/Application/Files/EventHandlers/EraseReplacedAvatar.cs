using CleanApi.Application.Common.Events;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>Deletes the avatar of a user who shows another picture now, or none.</summary>
[EventHandler("files.erase-replaced-avatar")]
internal sealed class EraseReplacedAvatar(AvatarErasure erasure) : IEventHandler<UserUpdated>
{
    public Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken) =>
        AvatarAddress.IsOne(domainEvent.AvatarUrl) ? Task.CompletedTask : erasure.EraseAsync(domainEvent.UserId, cancellationToken);
}
