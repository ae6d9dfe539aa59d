using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Users;

internal sealed class ListUsersValidator : PagedQueryValidator<ListUsers>
{
    public ListUsersValidator()
    {
        RuleFor(query => query.Search).SearchRule();
        RuleFor(query => query.Role).KnownRule();
        RuleFor(query => query.Status).KnownRule();
        RuleFor(query => query.Include).IncludeRule();
    }
}
