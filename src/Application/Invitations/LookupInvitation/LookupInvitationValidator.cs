using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Invitations;

internal sealed class LookupInvitationValidator : AbstractValidator<LookupInvitation>
{
    public LookupInvitationValidator() => RuleFor(request => request.Token).TokenRule();
}
