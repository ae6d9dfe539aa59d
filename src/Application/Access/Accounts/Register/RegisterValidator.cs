using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    // Of organizations and of people; the document names the limits of those modules, and is held against this one.
    private const int MaxNameLength = 100;

    public RegisterValidator(PasswordRules passwords)
    {
        // The names go into a mail to an address that nobody has proved yet: it must not carry a stranger's links.
        RuleFor(request => request.OrganizationName).MailedNameRule(MaxNameLength);
        RuleFor(request => request.Name).MailedNameRule(MaxNameLength);
        RuleFor(request => request.Email).EmailRule();
        RuleFor(request => request.Password).Custom((password, context) => passwords.Apply(
            context, password, context.InstanceToValidate.Email, context.InstanceToValidate.Name, context.InstanceToValidate.OrganizationName));
    }
}
