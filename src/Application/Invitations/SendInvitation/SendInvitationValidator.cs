using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class SendInvitationValidator : AbstractValidator<SendInvitation>
{
    public SendInvitationValidator()
    {
        RuleFor(command => command.Email).EmailRule();
        RuleFor(command => command.Role).KnownRule();
    }
}
