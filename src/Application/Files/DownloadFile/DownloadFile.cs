using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Files;

namespace CleanApi.Application.Files;

/// <summary>A file of the caller's organization with its bytes.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.FilesRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record DownloadFile(StoredFileId Id) : IQuery<FileDownload>;
