using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ChangeEmailValidator : AbstractValidator<ChangeEmail>
{
    public ChangeEmailValidator() => RuleFor(request => request.Email).EmailRule();
}
