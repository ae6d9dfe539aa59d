using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationValidator : AbstractValidator<UpdateOrganization>
{
    public UpdateOrganizationValidator()
    {
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).NameRule(NameRule.Public));
        When(command => command.RequireSecondFactor.IsPresent, () => RuleFor(command => command.RequireSecondFactor.Value).NotNull()
            .WithErrorCode(FieldCodes.Required).WithMessage("Whether a second factor is required can't be removed"));
    }
}
