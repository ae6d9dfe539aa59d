using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LoginValidator : AbstractValidator<Login>
{
    public LoginValidator()
    {
        RuleFor(request => request.Email).EmailRule();

        // The password policy is not asked: it would tell which passwords cannot be the right one.
        RuleFor(request => request.Password).Cascade(CascadeMode.Stop)
            .Must(password => !string.IsNullOrEmpty(password)).WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .MaximumLength(Login.MaxPasswordLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
    }
}
