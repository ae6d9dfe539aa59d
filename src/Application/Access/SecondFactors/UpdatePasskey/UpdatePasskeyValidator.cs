using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class UpdatePasskeyValidator : AbstractValidator<UpdatePasskey>
{
    public UpdatePasskeyValidator() =>
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).NameRule(NameRule.Private));
}
