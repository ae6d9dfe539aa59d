using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationValidator : AbstractValidator<BeginPasskeyRegistration>
{
    public BeginPasskeyRegistrationValidator() =>
        When(command => command.Name is not null, () => RuleFor(command => command.Name).NameRule(NameRule.Private));
}
