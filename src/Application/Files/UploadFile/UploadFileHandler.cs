using System.Data;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using Mapster;
using MediatR;

namespace CleanApi.Application.Files;

// The bytes come first: a file never has none. What a crash leaves without a file, housekeeping deletes.
internal sealed class UploadFileHandler(
    IRepository<StoredFile> files, FileReception reception, IFileUsage usage, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UploadFile, StoredFileResponse>
{
    public async Task<StoredFileResponse> Handle(UploadFile command, CancellationToken cancellationToken)
    {
        try
        {
            // Serializable, so that two that are uploaded at once are both counted.
            var response = await unitOfWork.ExecuteAsync(token => AddAsync(command, token), IsolationLevel.Serializable, cancellationToken);
            reception.Keep();
            return response;
        }
        catch (Exception exception) when (exception is not AppException { StatusCode: < 500 })
        {
            // A commit whose answer was lost may have come about. If not, housekeeping finds the bytes.
            reception.Keep();
            throw;
        }
    }

    private async Task<StoredFileResponse> AddAsync(UploadFile command, CancellationToken cancellationToken)
    {
        var (content, left) = (reception.Content, usage.Quota - await usage.TotalAsync(cancellationToken));
        if (content.Size > left)
        {
            throw FileErrors.QuotaExceeded(Math.Max(left, 0));
        }

        var file = StoredFile.Create(
            reception.Id, context.Required.OrganizationId, context.RequiredUserId, command.Name!, FileType.Find(command.ContentType)!, content, clock.GetUtcNow());
        await files.AddAsync(file, cancellationToken);
        audit.Record(file);
        return file.Adapt<StoredFileResponse>();
    }
}
