using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>One post of the caller's organization.</summary>
/// <param name="Id">The post.</param>
[RequiresPermission(Permissions.PostsRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetPost(PostId Id) : IGetById<PostId, PostResponse>;
