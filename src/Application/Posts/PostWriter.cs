using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.Posts;

/// <summary>Creates posts, and loads them for a change by somebody who may make it.</summary>
[Service]
internal sealed class PostWriter(IRepository<Post> posts, PostReach reach, IAuditTrail audit, ICallerContext context, TimeProvider clock)
{
    /// <summary>Creates a post; the target of the command's audit entry.</summary>
    public async Task<PostResponse> CreateAsync(UserId author, string title, string? body, PostStatus status, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var post = Post.Create(context.Required.OrganizationId, author, title, body ?? "", now);
        if (status == PostStatus.Published)
        {
            post.Publish(now);
        }

        await posts.AddAsync(post, cancellationToken);
        audit.Record(post);
        return post.Adapt<PostResponse>();
    }

    /// <summary>Returns a post that the caller may change, tracked; the target of the command's audit entry.</summary>
    /// <exception cref="NotFoundError">There is none that the caller may read.</exception>
    /// <exception cref="AuthorizationError">It is another's, and the caller may change only their own.</exception>
    public async Task<Post> LoadAsync(PostId id, CancellationToken cancellationToken)
    {
        var post = await posts.LoadAsync(id, cancellationToken);
        if (!reach.Covers(post.AuthorId, post.Status))
        {
            throw NotFoundError.Of(id);
        }

        var caller = context.Required;
        if (post.AuthorId != caller.ActingUserId && !caller.Has(Permissions.PostsManage))
        {
            audit.Attempt = AuditTarget.Of(caller.OrganizationId, id);
            throw MissingPermission.Of(caller, Permissions.PostsManage);
        }

        audit.Record(post);
        return post;
    }
}
