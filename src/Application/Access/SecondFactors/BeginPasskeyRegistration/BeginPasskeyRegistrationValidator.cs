using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationValidator : AbstractValidator<BeginPasskeyRegistration>
{
    public BeginPasskeyRegistrationValidator()
    {
        RuleFor(request => request.CurrentPassword).GivenPasswordRule();
        RuleFor(request => request.Code).GivenCodeRule();
    }
}
