using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Files;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>A file, without its bytes.</summary>
public sealed record StoredFileResponse(
    StoredFileId Id,
    OrganizationId OrganizationId,
    UserId UploaderId,
    string Name,
    string ContentType,
    long Size,
    string Sha256,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned;
