using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskey>
{
    public SignInWithPasskeyValidator()
    {
        RuleFor(request => request.Token).ChallengeTokenRule();
        RuleFor(request => request.Credential).CredentialRule();
        When(request => request.MfaToken is not null, () => RuleFor(request => request.MfaToken).ChallengeTokenRule());
    }
}
