using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LoginValidator : AbstractValidator<Login>
{
    public LoginValidator()
    {
        RuleFor(request => request.Email).EmailRule();

        // The password policy is not applied: it would reveal which passwords cannot be valid. An empty password is wrong like any other; only a missing
        // field is invalid.
        RuleFor(request => request.Password).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .GivenPasswordRule();
    }
}
