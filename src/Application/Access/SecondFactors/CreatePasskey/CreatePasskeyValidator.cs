using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class CreatePasskeyValidator : AbstractValidator<CreatePasskey>
{
    public CreatePasskeyValidator()
    {
        RuleFor(command => command.Token).ChallengeTokenRule();
        RuleFor(command => command.Credential).CredentialRule();
        RuleFor(command => command.Name).NameRule(NameRule.Private);
    }
}
