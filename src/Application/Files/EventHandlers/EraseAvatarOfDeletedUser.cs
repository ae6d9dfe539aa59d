using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>Deletes the avatar of a user who is gone.</summary>
[EventHandler("files.erase-avatar-of-deleted-user")]
internal sealed class EraseAvatarOfDeletedUser(AvatarErasure erasure) : IEventHandler<UserDeleted>
{
    public Task HandleAsync(UserDeleted domainEvent, EventContext context, CancellationToken cancellationToken) => erasure.EraseAsync(domainEvent.UserId, cancellationToken);
}
