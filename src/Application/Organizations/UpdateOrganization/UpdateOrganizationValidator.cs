using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using FluentValidation;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationValidator : AbstractValidator<UpdateOrganization>
{
    public UpdateOrganizationValidator()
    {
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).MailedNameRule(Organization.MaxNameLength));
        When(command => command.RequireSecondFactor.IsPresent, () => RuleFor(command => command.RequireSecondFactor.Value).NotNull()
            .WithErrorCode(FieldCodes.Required).WithMessage("Whether a second factor is required can't be removed"));
    }
}
