using CleanApi.Application.Common.Events;
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

    // It is encrypted; the handler can read it.
    /// <inheritdoc />
    protected override bool IsCursor(ListEvents query, string cursor, bool isOfPart) => EventCursorForm.IsPage(cursor);
}
