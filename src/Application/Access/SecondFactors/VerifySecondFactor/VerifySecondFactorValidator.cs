using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class VerifySecondFactorValidator : AbstractValidator<VerifySecondFactor>
{
    public VerifySecondFactorValidator()
    {
        RuleFor(request => request.MfaToken).Cascade(CascadeMode.Stop)
            .Must(token => !string.IsNullOrEmpty(token)).WithErrorCode(FieldCodes.Required).WithMessage("Token is required")
            .MaximumLength(SecondFactorRules.MaxTokenLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Token too long");
        RuleFor(request => request.Code).CodeRule();
    }
}
