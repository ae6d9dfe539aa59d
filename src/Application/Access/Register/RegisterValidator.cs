using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    // Of organizations and of people; the document names the limits of those modules, and is held against this one.
    private const int MaxNameLength = 100;

    private static readonly string[] Links = ["://", "www."];

    public RegisterValidator(PasswordRules passwords)
    {
        // The names go into a mail to an address that nobody has proved yet: it must not carry a stranger's links.
        RuleFor(request => request.OrganizationName).NameRule(MaxNameLength)
            .Must(HasNoLink).WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must not contain a link");
        RuleFor(request => request.Name).NameRule(MaxNameLength)
            .Must(HasNoLink).WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must not contain a link");
        RuleFor(request => request.Email).EmailRule();
        RuleFor(request => request.Password).Custom((password, context) => passwords.Apply(
            context, password, context.InstanceToValidate.Email, context.InstanceToValidate.Name, context.InstanceToValidate.OrganizationName));
    }

    private static bool HasNoLink(string? text) => !Array.Exists(Links, link => text!.Contains(link, StringComparison.OrdinalIgnoreCase));
}
