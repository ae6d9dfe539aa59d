using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeySignInValidator : AbstractValidator<BeginPasskeySignIn>
{
    public BeginPasskeySignInValidator()
    {
        When(request => request.Email is not null, () => RuleFor(request => request.Email).EmailRule());
        When(request => request.MfaToken is not null, () => RuleFor(request => request.MfaToken).ChallengeTokenRule());
    }
}
