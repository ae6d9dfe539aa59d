using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Files;

/// <summary>Files of your organization: images and PDF, 10 MB each at most.</summary>
[Route(Path)]
[Tags("Files")]
public sealed class FilesController(ISender sender) : ResourceController<StoredFileResponse, FileResource>(sender)
{
    private const string Path = "/api/v1/files";

    /// <summary>Lists files</summary>
    /// <remarks>A page of the files of your organization, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listFiles")]
    [ProducesResponseType<PageDocument<FileResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListFiles query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Uploads a file</summary>
    /// <remarks>
    /// `multipart/form-data` with one part, `file`: JPEG, PNG, WebP or PDF, 10 MB at most. The type that the part declares, the extension of its name and its
    /// first bytes have to agree.
    /// </remarks>
    [HttpPost(Name = "uploadFile")]
    [ReadsBody("It is stored as it comes, and not kept in memory.")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.StorageQuota)]
    [ProducesResponseType<Document<FileResource>>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Upload(CancellationToken cancellationToken) =>
        await New(await MultipartFile.ReadAsync(Request, cancellationToken), Path, cancellationToken);

    /// <summary>Returns a file</summary>
    /// <remarks>What it is; its bytes are at `/content`.</remarks>
    [HttpGet("{id}", Name = "getFile")]
    [ProducesResponseType<Document<FileResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(StoredFileId id, CancellationToken cancellationToken) => One(new GetFile(id), cancellationToken);

    /// <summary>Downloads a file</summary>
    /// <remarks>Its bytes, to be saved and not shown. `Range` returns a part of them; the `ETag` is their SHA-256.</remarks>
    [HttpGet("{id}/content", Name = "downloadFile")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Download(StoredFileId id, CancellationToken cancellationToken)
    {
        var (file, content) = await Sender.Send(new DownloadFile(id), cancellationToken);
        return File(content, file.ContentType, file.Name, file.CreatedAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Deletes a file</summary>
    /// <remarks>Nobody gets it any more, and its bytes are deleted soon after.</remarks>
    [HttpDelete("{id}", Name = "deleteFile")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(StoredFileId id, CancellationToken cancellationToken) => NoContent(new DeleteFile(id), cancellationToken);
}
