using CleanApi.Application.Access;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).TokenRule();
        // Whether both are needed depends on the address and the caller, and so does the rest of the password policy.
        When(request => request.Name is not null, () => RuleFor(request => request.Name).NameRule(NameRule.Public));
        RuleFor(request => request.Password)
            .Must(
                password => password is null || password.EnumerateRunes().Count() <= IPasswordService.MaxLength,
                new() { MinLength = IPasswordService.MinLength, MaxLength = IPasswordService.MaxLength, Format = "password", Example = "Gl4ss bridges hum" })
            .WithErrorCode(FieldCodes.TooLong)
            .WithMessage($"Password must be at most {IPasswordService.MaxLength} characters");
    }
}
