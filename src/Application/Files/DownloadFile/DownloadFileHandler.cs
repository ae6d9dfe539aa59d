using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class DownloadFileHandler(IReadRepository<StoredFile> files, IFileStore store) : IRequestHandler<DownloadFile, FileDownload>
{
    public async Task<FileDownload> Handle(DownloadFile query, CancellationToken cancellationToken)
    {
        var file = await files.FindAsync<StoredFileId, StoredFileResponse>(query.Id, cancellationToken) ?? throw NotFoundError.Of(query.Id);
        return new FileDownload(file.Name, file.ContentType, file.Size, file.Sha256, await store.OpenReadAsync(file.Id, cancellationToken));
    }
}
