using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Files;

/// <summary>Stores a file. Its bytes are read once the caller may send them.</summary>
/// <param name="Name">1 to 255 characters, without a path, with the extension of its type.</param>
/// <param name="ContentType">The declared media type.</param>
/// <param name="Content">The bytes, as they come.</param>
[RequiresPermission(Permissions.FilesCreate)]
[Audited("file.uploaded")]
[ManagesTransaction("Receives and stores the bytes, which is slow.")]
public sealed record UploadFile([property: Example("report.pdf")] string? Name, [property: Example("application/pdf")] string? ContentType, Stream Content)
    : ICommand<StoredFileResponse>;
