using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator(PasswordRules passwords)
    {
        RuleFor(request => request.Token).TokenRule();
        passwords.Apply(RuleFor(request => request.Password));
    }
}
