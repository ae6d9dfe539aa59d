using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class ListUsersValidator : PagedQueryValidator<ListUsers>
{
    public ListUsersValidator()
        : base(UserOrder.CreatedAt, UserOrder.Name, UserOrder.Email)
    {
        RuleFor(query => query.Search).SearchRule();
        RuleFor(query => query.Include).Must(include => include is null or UserIncludes.Organization)
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be organization");
    }
}
