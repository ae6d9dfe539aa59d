using CleanApi.Application.Activities;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.UnitTests.Activities;

/// <summary>Days, weeks and months of any time zone.</summary>
[Trait("Requirement", "R6")]
public sealed class ActivityPeriodTests
{
    // A Tuesday.
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", "2026-03-29", "2026-03-29T00:00", 24)]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00", 25)]
    [InlineData("Asia/Kathmandu", "2026-01-02", "2026-01-01T18:15", 24)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00", 24.5)]
    // Clocks are put forward at midnight: the day begins at one o'clock.
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00", 23)]
    // They are put back from one o'clock to midnight, which comes twice.
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00", 25)]
    // A day that was left out.
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00", 0)]
    public void A_day_begins_and_ends_with_its_time_zone_s(string tz, string day, string start, double hours)
    {
        var period = ActivityPeriod.Of(new GetActivity { From = day, To = day, Tz = tz }, Now);

        period.Starts.Should().Equal(DateTimeOffset.Parse(start + "Z", null));
        (period.End - period.Starts[0]).TotalHours.Should().Be(hours);
        period.Starts.Should().OnlyContain(time => ActivityCounting.QuarterOf(time) == time);
    }

    [Theory]
    [InlineData("day", "2026-02-27", "2026-03-02", "2026-02-27 2026-02-28 2026-03-01 2026-03-02")]
    [InlineData("week", "2026-02-27", "2026-03-10", "2026-02-27 2026-03-02 2026-03-09")]
    [InlineData("month", "2026-02-27", "2026-04-01", "2026-02-27 2026-03-01 2026-04-01")]
    // Without bounds: 30 days, 12 weeks, 12 months, the last of which ends today.
    [InlineData("week", null, null, "2026-09-14 2026-09-21 2026-09-28 2026-10-05 2026-10-12 2026-10-19 2026-10-26 2026-11-02 2026-11-09 2026-11-16 2026-11-23 2026-11-30")]
    [InlineData("month", null, "2026-03-15", "2025-04-01 2025-05-01 2025-06-01 2025-07-01 2025-08-01 2025-09-01 2025-10-01 2025-11-01 2025-12-01 2026-01-01 2026-02-01 2026-03-01")]
    public void Buckets_are_cut_at_the_bounds(string interval, string? from, string? to, string days) =>
        string.Join(' ', ActivityPeriod.Of(new GetActivity { From = from, To = to, Interval = interval }, Now).Days.Select(day => day.ToString("O"))).Should().Be(days);

    [Fact]
    public void Without_bounds_there_are_thirty_days_of_which_the_last_is_today_in_the_time_zone()
    {
        var period = ActivityPeriod.Of(new GetActivity { Tz = "America/Los_Angeles" }, Now);
        (period.From, period.To, period.Days.Count).Should().Be((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), 30));
    }

    [Theory]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-03-29", "2026-03-29")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-29T22:00:01Z", "2026-03-28", "2026-03-30")]
    [InlineData("2026-03-29T23:30:00+05:00", "2026-03-29", "2026-03-29", "2026-03-29")]
    public void A_time_is_the_day_that_it_is_on_and_to_excludes_it(string from, string to, string first, string last)
    {
        var period = ActivityPeriod.Of(new GetActivity { From = from, To = to, Tz = "Europe/Berlin" }, Now);
        (period.From.ToString("O"), period.To.ToString("O")).Should().Be((first, last));
    }

    [Theory]
    [InlineData("2026-01-01", "2027-01-01", "day", true)]
    [InlineData("2026-01-01", "2027-01-02", "day", false)]
    [InlineData("2000-01-01", "2006-12-31", "week", true)]
    [InlineData("2000-01-01", "2199-12-31", "month", false)]
    [InlineData("2026-01-02", "2026-01-01", "day", false)]
    [InlineData("2026-12-02", null, "day", false)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "day", false)]
    public void There_are_no_more_buckets_than_a_year_has_days_and_no_less_than_one(string from, string? to, string interval, bool isValid)
    {
        var read = () => ActivityPeriod.Of(new GetActivity { From = from, To = to, Interval = interval }, Now);
        if (isValid)
        {
            read.Should().NotThrow();
        }
        else
        {
            var error = read.Should().Throw<ValidationError>().Which;
            (error.Place, error.Details.Single().Field, error.Details.Single().Code).Should().Be((FieldPlace.Query, "from", FieldCodes.OutOfRange));
        }
    }
}
