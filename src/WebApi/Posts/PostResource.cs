using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Posts;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Posts;

/// <summary>A post.</summary>
/// <param name="Id">The post's id.</param>
/// <param name="Type">Always <c>post</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record PostResource(PostId Id, string Type, PostAttributes Attributes, PostRelationships Relationships) : IResource<PostResource, PostResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "post";

    /// <inheritdoc />
    public static PostResource Of(PostResponse post) => new(
        post.Id,
        TypeName,
        new PostAttributes(post.Title, post.Body, post.Status, post.CreatedAt, post.UpdatedAt),
        new PostRelationships(
            new(post.AuthorId, UserResource.TypeName, AuthorSummary.Of(post.Author)),
            new(post.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a post.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">Markdown as it was sent, not rendered and not sanitized: at most 20,000 characters; may be empty.</param>
/// <param name="Status">How far it is: DRAFT, PUBLISHED or ARCHIVED.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record PostAttributes(
    [property: Name(Post.MaxTitleLength), Example("Release notes")] string Title,
    [property: MaxLength(Post.MaxBodyLength), Example("Lists are read by *cursor* now.")] string Body,
    PostStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a post belongs to.</summary>
/// <param name="Author">Whose post it is; name and picture with <c>?include=author</c>.</param>
/// <param name="Organization">The organization.</param>
public sealed record PostRelationships(Relationship<UserId, AuthorSummary> Author, Relationship<OrganizationId, OrganizationSummary> Organization);
