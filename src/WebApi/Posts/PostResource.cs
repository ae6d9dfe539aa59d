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
        new PostAttributes(post.Title, post.Body, post.CreatedAt, post.UpdatedAt),
        new PostRelationships(
            new(post.AuthorId, UserResource.TypeName),
            new(post.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a post.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">At most 20,000 characters; may be empty.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record PostAttributes(
    [property: Name(Post.MaxTitleLength), Example("Release notes")] string Title,
    [property: MaxLength(Post.MaxBodyLength), Example("Lists are read by cursor now.")] string Body,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a post belongs to.</summary>
/// <param name="Author">Whose post it is.</param>
/// <param name="Organization">The organization.</param>
public sealed record PostRelationships(Relationship<UserId, UserAttributes> Author, Relationship<OrganizationId, OrganizationSummary> Organization);
