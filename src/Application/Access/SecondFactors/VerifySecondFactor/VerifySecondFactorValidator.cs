using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class VerifySecondFactorValidator : AbstractValidator<VerifySecondFactor>
{
    public VerifySecondFactorValidator()
    {
        RuleFor(request => request.MfaToken).Cascade(CascadeMode.Stop)
            .Must(token => !string.IsNullOrEmpty(token), new() { MinLength = 1, Example = "tok_mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k" })
            .WithErrorCode(FieldCodes.Required).WithMessage("Token is required")
            .MaximumLength(SecondFactorRules.MaxTokenLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Token too long");
        RuleFor(request => request.Code).CodeRule();
    }
}
