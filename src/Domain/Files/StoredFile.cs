using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Files;

/// <summary>A file of an organization. Its bytes are kept under its id, apart from the database, and never change.</summary>
[IdPrefix("file")]
public sealed class StoredFile : AggregateRoot<StoredFileId>, ITenantOwned, ISoftDeletable
{
    /// <summary>Bytes of a file at most: 10 MB.</summary>
    public const long MaxSize = 10 * 1024 * 1024;

    private StoredFile()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Who has uploaded it; a user of the same organization.</summary>
    public UserId UploaderId { get; private init; }

    /// <summary>1 to 255 characters, without a path (<see cref="FileName"/>).</summary>
    public string Name { get; private init; } = "";

    /// <summary>The media type: one of <see cref="FileType.All"/>.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Bytes, 1 to <see cref="MaxSize"/>.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Records a file whose bytes are stored.</summary>
    /// <param name="id">The id, under which the bytes are stored.</param>
    /// <param name="organizationId">The organization.</param>
    /// <param name="uploaderId">Who has uploaded it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type, which declaration, extension and bytes agree on.</param>
    /// <param name="content">What was stored.</param>
    /// <param name="now">The current time.</param>
    public static StoredFile Create(
        StoredFileId id, OrganizationId organizationId, UserId uploaderId, string name, FileType type, StoredContent content, DateTimeOffset now)
    {
        var file = new StoredFile
        {
            Id = id,
            OrganizationId = organizationId,
            UploaderId = uploaderId,
            Name = FileName.Rule.Require(name, "name"),
            ContentType = type.ContentType,
            Size = content.Size,
            Sha256 = content.Sha256,
            CreatedAt = now,
        };
        file.Raise(new FileUploaded(id, organizationId, uploaderId, file.Name, file.ContentType, file.Size, file.Sha256));
        return file;
    }

    /// <summary>Deletes it; its bytes are deleted soon after.</summary>
    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new FileDeleted(Id, OrganizationId), now);
    }
}
