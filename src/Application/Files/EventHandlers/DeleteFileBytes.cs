using CleanApi.Application.Common.Events;
using CleanApi.Domain.Files;

namespace CleanApi.Application.Files;

/// <summary>Deletes the bytes of a deleted file. Whoever is reading them gets the rest of them.</summary>
[EventHandler("files.delete-bytes")]
[RunsOutsideTransaction("The bytes are in the storage, and deleting them twice does nothing.")]
internal sealed class DeleteFileBytes(IFileStore store) : IEventHandler<FileDeleted>
{
    public Task HandleAsync(FileDeleted domainEvent, EventContext context, CancellationToken cancellationToken) => store.DeleteAsync(domainEvent.FileId);
}
