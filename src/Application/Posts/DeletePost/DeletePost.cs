using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Posts;
using MediatR;

namespace CleanApi.Application.Posts;

/// <summary>Deletes a post, whatever its status.</summary>
/// <param name="Id">The post.</param>
[RequiresPermission(Permissions.PostsDelete)]
[Audited("post.deleted")]
[NoValidator("The id is parsed by its type.")]
public sealed record DeletePost(PostId Id) : ICommand<Unit>;
