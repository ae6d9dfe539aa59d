using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ConfirmEmailValidator : AbstractValidator<ConfirmEmail>
{
    public ConfirmEmailValidator() => RuleFor(request => request.Token).TokenRule();
}
