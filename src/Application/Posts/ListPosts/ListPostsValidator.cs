using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Posts;

internal sealed class ListPostsValidator : PagedQueryValidator<ListPosts>
{
    public ListPostsValidator() => RuleFor(query => query.Include).PostIncludeRule();
}
