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
        // An empty one is merely wrong, like any other: only a body without the field is not a sign-in.
        RuleFor(request => request.Password).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .MaximumLength(Login.MaxPasswordLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
    }
}
