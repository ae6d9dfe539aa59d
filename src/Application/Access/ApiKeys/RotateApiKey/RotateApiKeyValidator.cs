using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator() => RuleFor(command => command.GracePeriodSeconds).InclusiveBetween(0, (int)ApiKey.MaxGrace.TotalSeconds)
        .WithErrorCode(FieldCodes.OutOfRange).WithMessage($"Must be 0 to {(int)ApiKey.MaxGrace.TotalSeconds}");
}
