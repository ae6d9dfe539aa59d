using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class GetUserValidator : AbstractValidator<GetUser>
{
    public GetUserValidator() => RuleFor(query => query.Include).IncludeRule();
}
