using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class TransferUserValidator : AbstractValidator<TransferUser>
{
    public TransferUserValidator()
    {
        RuleFor(command => command.FromOrganizationId).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("From organization id is required");
        RuleFor(command => command.ToOrganizationId).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("To organization id is required")
            .NotEqual(command => command.FromOrganizationId).WithErrorCode(FieldCodes.InvalidValue).WithMessage("It must be another organization than fromOrganizationId");
    }
}
