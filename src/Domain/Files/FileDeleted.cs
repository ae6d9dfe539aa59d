using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Files;

/// <summary>A file was deleted.</summary>
[EventName("file.deleted.v1")]
public sealed record FileDeleted(StoredFileId FileId, OrganizationId OrganizationId) : IOrganizationEvent;
