using CleanApi.Domain.Errors;

namespace CleanApi.Application.Events;

/// <summary>From where to where the event log goes.</summary>
/// <param name="Newest">The newest position, also of an event that is not kept any more; 0 before the first.</param>
/// <param name="Deleted">The newest position of those whose event is not kept any more; 0 before the first.</param>
public sealed record EventLogEnds(long Newest, long Deleted)
{
    /// <summary>Requires that whoever goes on from a position misses nothing; null: from no position.</summary>
    /// <exception cref="ValidationError">INVALID_CURSOR: what follows it is not all kept any more, or the log has never been there.</exception>
    public void Require(long? after)
    {
        if (after > Newest)
        {
            // Of a database that was there before this one was restored: to wait until it comes would skip what comes before.
            throw Invalid("The log has no such place (it may have been restored): begin again without it");
        }

        if (after < Deleted)
        {
            throw Invalid("Events that follow it are not kept any more: begin again without it; GET /api/v1/events?orderDir=asc has what is still kept");
        }
    }

    private static ValidationError Invalid(string message) => ValidationError.Of("after", FieldCodes.InvalidCursor, message, FieldPlace.Query);
}
