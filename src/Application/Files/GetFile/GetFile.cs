using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Files;

namespace CleanApi.Application.Files;

/// <summary>One file of the caller's organization, without its bytes.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.FilesRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetFile(StoredFileId Id) : IGetById<StoredFileId, StoredFileResponse>;
