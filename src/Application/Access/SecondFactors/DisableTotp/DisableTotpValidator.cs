using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class DisableTotpValidator : AbstractValidator<DisableTotp>
{
    public DisableTotpValidator()
    {
        RuleFor(request => request.CurrentPassword).GivenPasswordRule();
        RuleFor(request => request.Code).GivenCodeRule();
    }
}
