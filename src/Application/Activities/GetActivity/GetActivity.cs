using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Activities;

/// <summary>How much went on in the caller's organization, by day, week or month.</summary>
[RequiresPermission(Permissions.ActivityRead)]
public sealed record GetActivity : IQuery<ActivityResponse>
{
    /// <summary>
    /// The first day in <c>tz</c>, or a time on it. Without it there are 30 days, 12 weeks or 12 months, of which the last one ends with <c>to</c>.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The last day in <c>tz</c>, inclusive; or a time, exclusive, of which the day is counted whole. Today by default.</summary>
    public string? To { get; init; }

    /// <summary>What a bucket is: a day, a week from Monday on, or a calendar month; the first and the last one are cut at <c>from</c> and <c>to</c>.</summary>
    public string Interval { get; init; } = ActivityIntervals.Day;

    /// <summary>The time zone in which days begin and end, by its name in the IANA database.</summary>
    public string Tz { get; init; } = TimeZoneNames.Utc;
}
