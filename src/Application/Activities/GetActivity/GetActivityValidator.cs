using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Activities;

internal sealed class GetActivityValidator : AbstractValidator<GetActivity>
{
    private static readonly FieldSchema BoundSchema = new() { Pattern = ActivityBound.Form, Example = "2026-01-31" };

    public GetActivityValidator()
    {
        AddBoundRules(RuleFor(query => query.From));
        AddBoundRules(RuleFor(query => query.To));
        RuleFor(query => query.Interval)
            .Must(interval => ActivityIntervals.All.Contains(interval, StringComparer.Ordinal), new() { Enum = ActivityIntervals.All })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage($"Must be one of {string.Join(", ", ActivityIntervals.All)}");
        RuleFor(query => query.Tz)
            .Must(name => TimeZoneNames.TryFind(name, out _), new() { Pattern = TimeZoneNames.Form, MaxLength = TimeZoneNames.MaxLength, Example = "Europe/Berlin" })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be a time zone of the IANA database, such as Europe/Berlin");
    }

    private static void AddBoundRules(IRuleBuilderInitial<GetActivity, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => text is null || ActivityBound.TryParse(text, out _), BoundSchema)
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be a day such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z")
            .Must(text => text is null || !ActivityBound.TryParse(text, out var bound) || bound.IsInRange)
            .WithErrorCode(FieldCodes.OutOfRange).WithMessage($"Must be in the years {ActivityBound.FirstYear} to {ActivityBound.LastYear}");
}
