using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RenewRecoveryCodesValidator : AbstractValidator<RenewRecoveryCodes>
{
    public RenewRecoveryCodesValidator()
    {
        RuleFor(request => request.CurrentPassword).GivenPasswordRule();
        RuleFor(request => request.Code).GivenCodeRule();
    }
}
