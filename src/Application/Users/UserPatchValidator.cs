using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class UserPatchValidator : AbstractValidator<UserPatch>
{
    public UserPatchValidator()
    {
        When(patch => patch.Name.IsPresent, () => RuleFor(patch => patch.Name.Value).NameRule(NameRule.Public));
        When(patch => patch.Role.IsPresent, () => RuleFor(patch => patch.Role.Value).NotNull()
            .WithErrorCode(FieldCodes.Required).WithMessage("Role can't be removed"));
        RuleFor(patch => patch.Role.Value).KnownRule();
        RuleFor(patch => patch.Bio.Value).TextRule(User.BioRule);
        RuleFor(patch => patch.AvatarUrl.Value).AvatarUrlRule();
    }
}
