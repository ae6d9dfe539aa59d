using CleanApi.Application.Common.Validation;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).TokenRule();
        RuleFor(request => request.Name).NameRule(AddInvited.MaxNameLength);
        // What else is asked of a password is asked where it is hashed: it depends on who is invited to where.
        RuleFor(request => request.Password).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required");
    }
}
