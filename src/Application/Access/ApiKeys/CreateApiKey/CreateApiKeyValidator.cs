using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name).NameRule(NameRule.Private);
        RuleFor(command => command.Scopes).Cascade(CascadeMode.Stop).ScopesRule("Name one scope at least, or leave the field out for all that you have")
            .DependentRules(() => RuleForEach(command => command.Scopes).ScopeRule());
        RuleFor(command => command.Mode)
            .Must(mode => mode is null or ApiKeyModes.Live or ApiKeyModes.Test, new() { Enum = [ApiKeyModes.Live, ApiKeyModes.Test] })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be live or test");
        RuleFor(command => command.ExpiresAt).Must(end => end is null || end > clock.GetUtcNow())
            .WithErrorCode(FieldCodes.OutOfRange).WithMessage("Must be in the future");
        RuleFor(command => command.RateLimitPerMinute).RangeRule(1, ApiKey.MaxRateLimit);
    }
}
