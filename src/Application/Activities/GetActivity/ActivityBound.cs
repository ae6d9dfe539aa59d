using System.Globalization;
using CleanApi.Application.Common.Json;

namespace CleanApi.Application.Activities;

/// <summary>Where counting begins or ends: a day, or a time on one.</summary>
internal readonly record struct ActivityBound
{
    /// <summary>The form of both.</summary>
    public const string Form = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?$";

    /// <summary>The first year that can be asked for: nothing was counted before.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last one.</summary>
    public const int LastYear = 2199;

    private const string Day = "yyyy-MM-dd";

    private DateOnly? Date { get; init; }

    private DateTimeOffset Time { get; init; }

    /// <summary>Whether its year can be asked for.</summary>
    public bool IsInRange => (Date?.Year ?? Time.UtcDateTime.Year) is >= FirstYear and <= LastYear;

    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out ActivityBound bound)
    {
        bound = default;
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            bound = new ActivityBound { Date = date };
            return true;
        }

        if (UtcTimeConverter.TryParse(text, out var time))
        {
            bound = new ActivityBound { Time = time };
            return true;
        }

        return false;
    }

    /// <summary>The day of a time in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    /// <summary>The first day from it on.</summary>
    public DateOnly FirstDay(TimeZoneInfo zone) => Date ?? DayOf(Time, zone);

    /// <summary>The last day up to it: a day includes itself, a time does not.</summary>
    public DateOnly LastDay(TimeZoneInfo zone) => Date ?? DayOf(Time.AddTicks(-1), zone);
}
