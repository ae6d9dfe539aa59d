using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>A post.</summary>
public sealed record PostResponse(
    PostId Id,
    OrganizationId OrganizationId,
    UserId AuthorId,
    string Title,
    string Body,
    PostStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>The author, if they are included.</summary>
    public PostAuthor? Author { get; init; }
}
