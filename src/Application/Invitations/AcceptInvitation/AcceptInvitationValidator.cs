using CleanApi.Application.Access;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator(IPasswordRules passwords)
    {
        RuleFor(request => request.Token).TokenRule();
        RuleFor(request => request.Name).NameRule(NameRule.Public);
        // The handler checks it again, with what only the invitation tells of the person.
        RuleFor(request => request.Password).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .SetValidator(new DocumentedValidator<AcceptInvitation, string?>(
                (request, password, context) => context.Tell(passwords.Check(password!, context.PropertyPath, request.Name)),
                new() { MinLength = IPasswordService.MinLength, MaxLength = IPasswordService.MaxLength, Format = "password", Example = "Gl4ss bridges hum" }));
    }
}
