using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Events;

internal sealed class StreamEventsValidator : AbstractValidator<StreamEvents>
{
    public StreamEventsValidator()
    {
        RuleFor(query => query.Type).EventTypeRule();
        RuleFor(query => query.Subject).EventSubjectRule();
        RuleFor(query => query.After)
            .Must(text => text is null || EventCursor.TryDecode(text, out _), new() { MaxLength = EventCursor.Length, Example = EventCursor.Encode(4711) })
            .WithErrorCode(FieldCodes.InvalidCursor).WithMessage("Must be the id of an event of a stream");
    }
}
