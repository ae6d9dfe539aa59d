using CleanApi.Domain.Posts;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Posts;

/// <summary>A post.</summary>
/// <param name="Id">The post's id.</param>
/// <param name="Type">Always <c>post</c>.</param>
/// <param name="Attributes">What is told of it.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record PostResource(PostId Id, string Type, PostAttributes Attributes, PostRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "post";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
