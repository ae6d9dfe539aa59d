using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using FluentValidation;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationValidator : AbstractValidator<UpdateOrganization>
{
    public UpdateOrganizationValidator() =>
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).NameRule(Organization.MaxNameLength));
}
