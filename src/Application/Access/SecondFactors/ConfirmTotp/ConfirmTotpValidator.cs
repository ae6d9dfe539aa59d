using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ConfirmTotpValidator : AbstractValidator<ConfirmTotp>
{
    public ConfirmTotpValidator() => RuleFor(request => request.Code).CodeRule();
}
