using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Users;

internal sealed class ListUsersValidator : PagedQueryValidator<ListUsers>
{
    public ListUsersValidator() => RuleFor(query => query.Include).IncludeRule();
}
