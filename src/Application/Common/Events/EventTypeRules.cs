using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Common.Events;

/// <summary>What names the events that somebody wants to have: the same for the log, streams, the hub and webhooks.</summary>
internal static class EventTypeRules
{
    /// <summary>
    /// A name, the beginning of names with <c>.*</c>, or <c>*</c>, which an event has that organizations get to see: a typing error would be a filter that is silent for ever.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> EventTypeRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(
            text => text is null || NamePattern.IsValid(text),
            new() { Pattern = NamePattern.Form, MaxLength = NamePattern.MaxLength, Example = "user.*" })
        .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the name of an event (user.created.v1), or its beginning with .* at the end (user.*), or * for all")
        .Must(text => text is null || !NamePattern.IsValid(text) || EventNames.OfOrganizations.Any(name => NamePattern.Matches(text, name)))
        .WithErrorCode(FieldCodes.InvalidValue).WithMessage("No event that your organization gets is named {PropertyValue}: /docs/events has all names");
}
