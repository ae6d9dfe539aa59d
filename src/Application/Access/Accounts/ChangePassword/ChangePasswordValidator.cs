using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator(PasswordRules passwords)
    {
        RuleFor(request => request.CurrentPassword).Cascade(CascadeMode.Stop)
            .Must(password => !string.IsNullOrEmpty(password)).WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .MaximumLength(Login.MaxPasswordLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
        RuleFor(request => request.NewPassword).Custom((password, context) => passwords.Apply(context, password));
        RuleFor(request => request.NewPassword).NotEqual(request => request.CurrentPassword).When(request => request.NewPassword is not null)
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must differ from the current password");
    }
}
