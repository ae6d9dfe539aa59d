using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator(PasswordRules passwords)
    {
        RuleFor(request => request.CurrentPassword).Cascade(CascadeMode.Stop)
            .Must(password => !string.IsNullOrEmpty(password), new() { MinLength = 1 }).WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .GivenPasswordRule();
        passwords.Apply(RuleFor(request => request.NewPassword));
        RuleFor(request => request.NewPassword).NotEqual(request => request.CurrentPassword).When(request => request.NewPassword is not null)
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must differ from the current password");
    }
}
