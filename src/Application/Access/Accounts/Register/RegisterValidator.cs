using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator(PasswordRules passwords)
    {
        // The names go into a mail to an address that nobody has proved yet: it must not carry a stranger's links.
        RuleFor(request => request.OrganizationName).MailedNameRule(Organization.MaxNameLength);
        RuleFor(request => request.Name).MailedNameRule(User.MaxNameLength);
        RuleFor(request => request.Email).EmailRule();
        RuleFor(request => request.Password).Custom((password, context) => passwords.Apply(
            context, password, context.InstanceToValidate.Email, context.InstanceToValidate.Name, context.InstanceToValidate.OrganizationName));
    }
}
