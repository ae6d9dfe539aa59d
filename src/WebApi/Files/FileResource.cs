using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Files;
using CleanApi.Domain.Files;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Files;

/// <summary>A file.</summary>
/// <param name="Id">The file's id.</param>
/// <param name="Type">Always <c>file</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record FileResource(StoredFileId Id, string Type, FileAttributes Attributes, FileRelationships Relationships) : IResource<FileResource, StoredFileResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "file";

    /// <inheritdoc />
    public static FileResource Of(StoredFileResponse file) => new(
        file.Id,
        TypeName,
        new FileAttributes(file.Name, file.ContentType, file.Size, file.Sha256, file.CreatedAt, file.UpdatedAt),
        new FileRelationships(new(file.UploaderId, UserResource.TypeName), new(file.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a file.</summary>
/// <param name="Name">1 to 255 characters, without a path.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="CreatedAt">When it was uploaded, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record FileAttributes(
    [property: Name(FileName.MaxLength), Example("report.pdf")] string Name,
    [property: MaxLength(15), Example("application/pdf")] string ContentType,
    long Size,
    [property: MaxLength(64), Example("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")] string Sha256,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a file belongs to.</summary>
/// <param name="Uploader">Who has uploaded it.</param>
/// <param name="Organization">The organization.</param>
public sealed record FileRelationships(Relationship<UserId, UserAttributes> Uploader, Relationship<OrganizationId, OrganizationSummary> Organization);
