using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Files;

/// <summary>The files of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.FilesRead)]
[SortedBy(nameof(StoredFileResponse.CreatedAt))]
public sealed record ListFiles : DatedQuery<StoredFileResponse>;
