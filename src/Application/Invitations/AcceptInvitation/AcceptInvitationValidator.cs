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
        RuleFor(request => request.Name).NameRule(NameRule.Public);
        // The handler applies the password policy, which depends on the invitation.
        RuleFor(request => request.Password).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .Must(
                password => password!.EnumerateRunes().Count() <= IPasswordService.MaxLength,
                new() { MinLength = IPasswordService.MinLength, MaxLength = IPasswordService.MaxLength, Format = "password", Example = "Gl4ss bridges hum" })
            .WithErrorCode(FieldCodes.TooLong)
            .WithMessage($"Password must be at most {IPasswordService.MaxLength} characters");
    }
}
