using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Events;

internal sealed class ListEventsValidator : PagedQueryValidator<ListEvents>
{
    public ListEventsValidator()
    {
        RuleFor(query => query.Type).EventTypeRule();
        RuleFor(query => query.Subject).EventSubjectRule();
        RuleFor(query => query.After).EventPlaceRule();
    }
}
