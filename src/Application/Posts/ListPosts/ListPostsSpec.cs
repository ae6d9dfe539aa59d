using System.Linq.Expressions;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>A page of the posts that the caller may read.</summary>
internal sealed class ListPostsSpec : PageSpecification<Post, PostResponse>
{
    public ListPostsSpec(ListPosts query, Expression<Func<Post, bool>>? reach)
        : base(query)
    {
        if (reach is not null)
        {
            Match(reach);
        }
    }
}
