using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class CompleteExternalSignInValidator : AbstractValidator<CompleteExternalSignIn>
{
    private const int MaxCodeLength = 3000;
    private const int MaxLength = 500;

    public CompleteExternalSignInValidator()
    {
        RuleFor(request => request.Code).ParameterRule(MaxCodeLength);
        RuleFor(request => request.State).ParameterRule(MaxLength);
        RuleFor(request => request.Error).ParameterRule(MaxLength);
        RuleFor(request => request.Iss).ParameterRule(MaxLength);
    }
}
