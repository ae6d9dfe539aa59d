using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Events;
using FluentValidation;

namespace CleanApi.Application.Events;

/// <summary>What the log and the streams are filtered by.</summary>
internal static class EventFieldRules
{
    /// <summary>A place in the log: the id of an event, or one that a stream has told.</summary>
    public static IRuleBuilderOptions<T, string?> EventPlaceRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(
            text => text is null || EventCursorForm.IsPlace(text) || TypeId.TryParse<OutboxEventId>(text, out _),
            new() { MaxLength = EventCursorForm.PlaceLength, Example = "evt_01h455vb4pex5vsknk084sn02q" })
        .WithErrorCode(FieldCodes.InvalidCursor).WithMessage("Must be the id of an event (evt_…), or the last id of a stream; begin without it");

    /// <summary>The id of any resource.</summary>
    public static IRuleBuilderOptions<T, string?> EventSubjectRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || EventSubject.TryParse(text, out _), new() { Example = "usr_01h455vb4pex5vsknk084sn02q" })
        .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the id of a resource");
}
