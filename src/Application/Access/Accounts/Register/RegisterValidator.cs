using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        // The names go into a mail to an unverified address and must not carry links (spam).
        RuleFor(request => request.OrganizationName).NameRule(NameRule.Public, "Organization name");
        RuleFor(request => request.Name).NameRule(NameRule.Public);
        RuleFor(request => request.Email).EmailRule();
    }
}
