using System.Globalization;

namespace CleanApi.WebApi.Pages;

/// <summary>How long to wait, in words. Rounded up: whoever waits that long need not wait again.</summary>
internal static class WaitingTime
{
    // Up to here a number of seconds says more than one of minutes.
    private const double MaxSeconds = 90;
    private const double MaxMinutes = 90;

    /// <summary>Describes a time, at least one second.</summary>
    public static string Of(TimeSpan wait) => wait.TotalSeconds <= MaxSeconds ? Count(wait.TotalSeconds, "second")
        : wait.TotalMinutes <= MaxMinutes ? Count(wait.TotalMinutes, "minute")
        : Count(wait.TotalHours, "hour");

    private static string Count(double number, string unit)
    {
        var whole = Math.Max(1, (int)Math.Ceiling(number));
        return whole == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}s");
    }
}
