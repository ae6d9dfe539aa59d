using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class SwitchOrganizationValidator : AbstractValidator<SwitchOrganization>
{
    public SwitchOrganizationValidator() =>
        RuleFor(request => request.OrganizationId).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Organization id is required");
}
