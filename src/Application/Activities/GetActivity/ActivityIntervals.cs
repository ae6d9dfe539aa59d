namespace CleanApi.Application.Activities;

/// <summary>What a bucket of activity can be.</summary>
internal static class ActivityIntervals
{
    /// <summary>A day.</summary>
    public const string Day = "day";

    /// <summary>A week, from Monday on (ISO 8601).</summary>
    public const string Week = "week";

    /// <summary>A calendar month.</summary>
    public const string Month = "month";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Day, Week, Month];

    /// <summary>The first day of the next bucket.</summary>
    public static DateOnly Next(DateOnly day, string interval) => interval switch
    {
        Day => day.AddDays(1),
        Week => MondayOf(day).AddDays(7),
        _ => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
    };

    /// <summary>The first day where none is asked for: 30 days, 12 weeks or 12 months, the last one included.</summary>
    public static DateOnly DefaultFrom(DateOnly last, string interval) => interval switch
    {
        Day => last.AddDays(-29),
        Week => MondayOf(last).AddDays(-7 * 11),
        _ => new DateOnly(last.Year, last.Month, 1).AddMonths(-11),
    };

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
