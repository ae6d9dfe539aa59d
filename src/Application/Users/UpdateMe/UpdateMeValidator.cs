using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class UpdateMeValidator : AbstractValidator<UpdateMe>
{
    public UpdateMeValidator()
    {
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).NameRule(NameRule.Public));
        RuleFor(command => command.Bio.Value).TextRule(User.BioRule);
        RuleFor(command => command.AvatarUrl.Value).AvatarUrlRule();
    }
}
