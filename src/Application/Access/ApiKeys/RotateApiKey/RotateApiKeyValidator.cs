using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator() => RuleFor(command => command.GracePeriodSeconds).RangeRule(0, (int)ApiKey.MaxGrace.TotalSeconds);
}
