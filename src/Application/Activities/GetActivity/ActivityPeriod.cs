using CleanApi.Domain.Errors;

namespace CleanApi.Application.Activities;

/// <summary>The buckets of days, weeks or months that a query asks for, in its time zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">The first day of each bucket.</param>
/// <param name="Starts">When each bucket begins, UTC.</param>
/// <param name="End">When the last one ends, UTC.</param>
internal sealed record ActivityPeriod(DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Days, IReadOnlyList<DateTimeOffset> Starts, DateTimeOffset End)
{
    /// <summary>Buckets at most: the days of a year.</summary>
    public const int MaxBuckets = 366;

    /// <summary>Reads it from a query whose shape is valid.</summary>
    /// <exception cref="ValidationError">It ends before it begins, or has too many buckets.</exception>
    public static ActivityPeriod Of(GetActivity query, DateTimeOffset now)
    {
        var zone = TimeZoneNames.TryFind(query.Tz, out var found) ? found : TimeZoneInfo.Utc;
        var to = Bound(query.To)?.LastDay(zone) ?? ActivityBound.DayOf(now, zone);
        var from = Bound(query.From)?.FirstDay(zone) ?? ActivityIntervals.DefaultFrom(to, query.Interval);
        if (from > to)
        {
            throw Refused("Must not be after `to`, which is today unless it is sent");
        }

        List<DateOnly> days = [];
        for (var day = from; day <= to; day = ActivityIntervals.Next(day, query.Interval))
        {
            days.Add(day);
            if (days.Count > MaxBuckets)
            {
                throw Refused($"There are at most {MaxBuckets} buckets: begin later, end earlier with `to`, or choose a longer `interval`");
            }
        }

        return new ActivityPeriod(from, to, days, [.. days.Select(day => StartOf(day, zone))], StartOf(to.AddDays(1), zone));
    }

    // The first moment of a day. Where clocks are put forward over midnight, it is the one at which they are; where they are put back over it, the earlier one.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddDays(-1))
            : zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    private static ActivityBound? Bound(string? text) => text is not null && ActivityBound.TryParse(text, out var bound) ? bound : null;

    private static ValidationError Refused(string message) => ValidationError.Of("from", FieldCodes.OutOfRange, message, FieldPlace.Query);
}
