using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class UpdateApiKeyValidator : AbstractValidator<UpdateApiKey>
{
    public UpdateApiKeyValidator()
    {
        When(command => command.Name.IsPresent, () => RuleFor(command => command.Name.Value).NameRule(NameRule.Private));
        When(command => command.Scopes.IsPresent, () => RuleFor(command => command.Scopes.Value).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Scopes can't be removed: revoke the key")
            .ScopesRule("Name one scope at least, or revoke the key")
            .DependentRules(() => RuleForEach(command => command.Scopes.Value).ScopeRule()));
    }
}
