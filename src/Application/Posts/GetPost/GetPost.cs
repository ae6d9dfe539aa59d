using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>One post of the caller's organization that the caller may read.</summary>
[RequiresPermission(Permissions.PostsRead)]
public sealed record GetPost : IQuery<PostResponse>
{
    /// <summary>The post; from the path, and so not settable from a query string.</summary>
    public PostId Id { get; private init; }

    /// <summary>What to embed in <c>relationships</c>.</summary>
    public string? Include { get; init; }

    /// <summary>The same query for this post.</summary>
    public GetPost Of(PostId id) => this with { Id = id };
}
