using CleanApi.Application.Common.Events;
using FluentValidation;

namespace CleanApi.Application.Events;

internal sealed class StreamEventsValidator : AbstractValidator<StreamEvents>
{
    public StreamEventsValidator()
    {
        RuleFor(query => query.Type).EventTypeRule();
        RuleFor(query => query.Subject).EventSubjectRule();
        RuleFor(query => query.After).EventPlaceRule();
    }
}
