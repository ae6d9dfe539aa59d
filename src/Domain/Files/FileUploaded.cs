using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Files;

/// <summary>A file was uploaded.</summary>
[EventName("file.uploaded.v1")]
public sealed record FileUploaded(
    StoredFileId FileId, OrganizationId OrganizationId, UserId UploaderId, string Name, string ContentType, long Size, string Sha256) : IOrganizationEvent;
