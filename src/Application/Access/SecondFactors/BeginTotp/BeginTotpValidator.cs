using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginTotpValidator : AbstractValidator<BeginTotp>
{
    public BeginTotpValidator() => RuleFor(request => request.CurrentPassword).GivenPasswordRule();
}
