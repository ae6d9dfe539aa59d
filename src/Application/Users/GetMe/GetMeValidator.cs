using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class GetMeValidator : AbstractValidator<GetMe>
{
    public GetMeValidator() => RuleFor(query => query.Include).IncludeRule();
}
