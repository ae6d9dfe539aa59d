using System.Linq.Expressions;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>
/// Which posts of the organization the caller reads: what is published; with <see cref="Permissions.PostsUpdate"/> what they wrote themselves, too; with
/// <see cref="Permissions.PostsManage"/> everything. What is out of reach does not exist for the caller.
/// </summary>
[Service]
internal sealed class PostReach(ICallerContext context)
{
    /// <summary>Whether the caller reads a post of this author in this status.</summary>
    public bool Covers(UserId author, PostStatus status)
    {
        var caller = context.Required;
        return status == PostStatus.Published || caller.Has(Permissions.PostsManage) || (author == caller.ActingUserId && caller.Has(Permissions.PostsUpdate));
    }

    /// <summary>The same as a condition of a query; null where the caller reads everything.</summary>
    public Expression<Func<Post, bool>>? ToCondition()
    {
        var caller = context.Required;
        if (caller.Has(Permissions.PostsManage))
        {
            return null;
        }

        if (caller.ActingUserId is { } self && caller.Has(Permissions.PostsUpdate))
        {
            return post => post.Status == PostStatus.Published || post.AuthorId == self;
        }

        return post => post.Status == PostStatus.Published;
    }
}
