using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class VerifyEmailValidator : AbstractValidator<VerifyEmail>
{
    public VerifyEmailValidator(PasswordRules passwords)
    {
        RuleFor(request => request.Token).TokenRule();
        // Whether it is needed, and what it must not contain, depends on the registration.
        passwords.ApplyOptional(RuleFor(request => request.Password));
    }
}
