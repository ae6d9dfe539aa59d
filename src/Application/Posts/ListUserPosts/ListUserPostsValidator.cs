using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Posts;

internal sealed class ListUserPostsValidator : PagedQueryValidator<ListUserPosts>
{
    public ListUserPostsValidator() => RuleFor(query => query.Include).PostIncludeRule();
}
