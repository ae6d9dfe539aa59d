using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Events;

namespace CleanApi.Application.Events;

/// <summary>Finds the place in the log that a client goes on from: that of an event, by its id, or one that a stream has told.</summary>
[Service]
internal sealed class EventPlaces(IReadRepository<OutboxEvent> events, IEventCursors cursors, ICallerContext context)
{
    /// <summary>The position; null where none was sent.</summary>
    /// <exception cref="ValidationError">The organization has no such event, or not any more: INVALID_CURSOR.</exception>
    public async Task<long?> FindAsync(string? after, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            return null;
        }

        var organization = context.Required.OrganizationId;
        if (EventCursorForm.IsPlace(after))
        {
            return cursors.ReadPlace(organization, after)
                ?? throw ValidationError.Of("after", FieldCodes.InvalidCursor, "It is no id of a stream of your organization: begin again without it", FieldPlace.Query);
        }

        return TypeId.TryParse<OutboxEventId>(after, out var id)
            && await events.FirstOrDefaultAsync(new EventByIdSpec(id, organization), cancellationToken) is { Position: { } place }
                ? place
                : throw ValidationError.Of(
                    "after", FieldCodes.InvalidCursor, "There is no such event, or it is not kept any more: begin again without it", FieldPlace.Query);
    }
}
