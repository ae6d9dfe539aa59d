using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Files;
using MediatR;

namespace CleanApi.Application.Files;

/// <summary>Deletes a file; nobody gets its bytes any more.</summary>
/// <param name="Id">The file.</param>
[RequiresPermission(Permissions.FilesDelete)]
[Audited("file.deleted")]
[NoValidator("The id is parsed by its type.")]
public sealed record DeleteFile(StoredFileId Id) : ICommand<Unit>;
