using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>Archives a post; does nothing when it is archived already.</summary>
/// <param name="Id">The post.</param>
[RequiresPermission(Permissions.PostsUpdate)]
[Audited("post.archived")]
[NoValidator("The id is parsed by its type.")]
public sealed record ArchivePost(PostId Id) : ICommand<PostResponse>;
