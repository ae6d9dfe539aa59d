using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class ReplaceUserValidator : AbstractValidator<ReplaceUser>
{
    public ReplaceUserValidator()
    {
        RuleFor(command => command.Name).NameRule(NameRule.Public);
        RuleFor(command => command.Role).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Role is required");
        RuleFor(command => command.Role).KnownRule();
        RuleFor(command => command.Bio).TextRule(User.BioRule);
        RuleFor(command => command.AvatarUrl).AvatarUrlRule();
        RuleFor(command => command.Status.Value).KnownRule();
        // None of these is ever null.
        When(command => command.Email.IsPresent, () => RuleFor(command => command.Email.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(UserErrors.ReadOnlyMessage));
        When(command => command.Status.IsPresent, () => RuleFor(command => command.Status.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(UserErrors.ReadOnlyMessage));
        When(command => command.CreatedAt.IsPresent, () => RuleFor(command => command.CreatedAt.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(UserErrors.ReadOnlyMessage));
        When(command => command.UpdatedAt.IsPresent, () => RuleFor(command => command.UpdatedAt.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(UserErrors.ReadOnlyMessage));
        When(command => command.Email.Value is not null, () => RuleFor(command => command.Email.Value).EmailRule());
    }
}
