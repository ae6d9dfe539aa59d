using System.Data;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Files;
using Mapster;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class UploadFileHandler(
    IRepository<StoredFile> files, IFileStore store, IFileUsage usage, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UploadFile, StoredFileResponse>
{
    public async Task<StoredFileResponse> Handle(UploadFile command, CancellationToken cancellationToken)
    {
        var id = TypeId.New<StoredFileId>(clock.GetUtcNow());
        var type = FileType.Find(command.ContentType)!;
        // The bytes first: a row never has none. What a crash leaves without a row, housekeeping deletes.
        var content = await store.WriteAsync(id, type, command.Content, cancellationToken);
        try
        {
            // Serializable, so that two that are uploaded at once are both counted.
            return await unitOfWork.ExecuteAsync(token => AddAsync(id, command.Name!, type, content, token), IsolationLevel.Serializable, cancellationToken);
        }
        catch (Domain.Errors.ConflictError)
        {
            // Only where it is certain that nothing was committed.
            store.Delete(id);
            throw;
        }
    }

    private async Task<StoredFileResponse> AddAsync(StoredFileId id, string name, FileType type, StoredContent content, CancellationToken cancellationToken)
    {
        var left = usage.Quota - await usage.TotalAsync(cancellationToken);
        if (content.Size > left)
        {
            throw FileErrors.QuotaExceeded(Math.Max(left, 0));
        }

        var file = StoredFile.Create(id, context.Required.OrganizationId, context.RequiredUserId, name, type, content, clock.GetUtcNow());
        await files.AddAsync(file, cancellationToken);
        audit.Record(file);
        return file.Adapt<StoredFileResponse>();
    }
}
