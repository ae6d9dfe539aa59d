using CleanApi.Application.Access;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator(IPasswordRules passwords)
    {
        RuleFor(request => request.Token).TokenRule();
        // Whether both are needed depends on the address and the caller. The handler checks the password again, with what only the invitation tells of the person.
        When(request => request.Name is not null, () => RuleFor(request => request.Name).NameRule(NameRule.Public));
        RuleFor(request => request.Password).SetValidator(new DocumentedValidator<AcceptInvitation, string?>(
            (request, password, context) => password is null || context.Tell(passwords.Check(password, context.PropertyPath, request.Name)),
            new() { MinLength = IPasswordService.MinLength, MaxLength = IPasswordService.MaxLength, Format = "password", Example = "Gl4ss bridges hum" }));
    }
}
