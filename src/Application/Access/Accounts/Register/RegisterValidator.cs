using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator(PasswordRules passwords)
    {
        // The names go into a mail to an unverified address and must not carry links (spam).
        RuleFor(request => request.OrganizationName).MailedNameRule(Organization.MaxNameLength);
        RuleFor(request => request.Name).MailedNameRule(User.MaxNameLength);
        RuleFor(request => request.Email).EmailRule();
        passwords.Apply(RuleFor(request => request.Password), request => [request.Email, request.Name, request.OrganizationName]);
    }
}
