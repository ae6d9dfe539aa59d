using CleanApi.Application.Common.RateLimits;
using CleanApi.Application.UnitTests.Support;

namespace CleanApi.Application.UnitTests.RateLimits;

public sealed class SlidingWindowTests
{
    private static readonly DateTimeOffset Minute = Clock.Now;

    private SlidingWindow held;

    [Fact]
    [Trait("Requirement", "R166")]
    public void A_burst_at_the_end_of_a_minute_leaves_nothing_for_the_beginning_of_the_next()
    {
        var window = Window(100, 60);
        Admitted(window, At(59), 100).Should().Be(100);
        Admitted(window, At(61), 1).Should().Be(0);
        // Not before the burst is a minute old, and then evenly.
        Admitted(window, At(118.9), 1).Should().Be(0);
        Admitted(window, At(119), 100).Should().Be(1);
        Admitted(window, At(149), 100).Should().Be(50);
    }

    [Fact]
    public void A_quiet_time_of_two_windows_makes_room_for_all_and_of_one_for_what_is_not_weighed_any_more()
    {
        var window = Window(10, 60);
        Admitted(window, At(0), 12).Should().Be(10);
        Admitted(window, At(90), 12).Should().Be(6);
        Admitted(window, At(300), 12).Should().Be(10);
    }

    [Fact]
    public void What_is_refused_does_not_count()
    {
        var window = Window(2, 60);
        Admitted(window, At(0), 1000).Should().Be(2);
        held.Counted.Should().Be(2);
    }

    [Fact]
    public void An_instance_whose_clock_is_behind_counts_in_the_same_window()
    {
        var window = Window(3, 60);
        Admitted(window, At(10), 2).Should().Be(2);
        Admitted(window, At(8), 2).Should().Be(1);
        held.StartedAt.Should().Be(At(10).ToUnixTimeMilliseconds());
    }

    // The limit of a window can change between two starts: then there can be more in it than it admits.
    [Fact]
    public void A_limit_that_was_lowered_holds_at_once()
    {
        Admitted(Window(100, 60), At(0), 100).Should().Be(100);
        var lower = Window(10, 60);
        Admitted(lower, At(1), 1).Should().Be(0);
        var state = held.StateOf(lower, At(1));
        state.Remaining.Should().Be(0);
        held.Count(lower, state.MoreAt.AddMilliseconds(-1)).IsAdmitted.Should().BeFalse();
        held.Count(lower, state.MoreAt).IsAdmitted.Should().BeTrue();
    }

    [Theory]
    [Trait("Requirement", "R163")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whoever_waits_as_long_as_is_said_finds_more_and_nobody_does_before(int seed)
    {
        var random = new Random(seed);
        for (var history = 0; history < 50; history++)
        {
            held = default;
            var (window, now) = (Window(random.Next(1, 120), random.Next(1, 100)), Minute);
            for (var i = 0; i < 200; i++)
            {
                now = now.AddMilliseconds(random.Next(0, (int)(2.2 * window.Milliseconds / window.Permits)));
                (_, held) = held.Count(window, now);
                var state = held.StateOf(window, now);
                state.MoreAt.Should().BeAfter(now);
                Room(window, now).Should().Be(state.Remaining);
                Room(window, state.MoreAt.AddMilliseconds(-1)).Should().Be(state.Remaining, "of {0} at {1} with {2}", window, now, held);
                Room(window, state.MoreAt).Should().BeGreaterThan(state.Remaining, "of {0} at {1} with {2}", window, now, held);
            }
        }
    }

    // A thousand requests a second, as often as chance has it.
    [Theory]
    [Trait("Requirement", "R165")]
    [InlineData(10_000, 60)]
    [InlineData(30_000, 60)]
    [InlineData(58_000, 60)]
    [InlineData(60_000, 60)]
    [InlineData(62_000, 60)]
    [InlineData(300, 1)]
    [InlineData(950, 1)]
    [InlineData(1_050, 1)]
    public void As_many_are_admitted_as_by_an_exact_window_to_one_percent(int permits, int seconds)
    {
        var (window, exact, random) = (Window(permits, seconds), new ExactWindow(permits, TimeSpan.FromSeconds(seconds)), new Random(permits));
        var (milliseconds, sent, admitted, wouldBe) = (0d, 0, 0, 0);
        while (milliseconds < 600_000)
        {
            milliseconds -= Math.Log(1 - random.NextDouble());
            var now = Minute.AddMilliseconds(Math.Floor(milliseconds));
            sent++;
            admitted += Admitted(window, now, 1);
            wouldBe += exact.Count(now) ? 1 : 0;
        }

        admitted.Should().BeCloseTo(wouldBe, (uint)(sent / 100));
    }

    private static DateTimeOffset At(double seconds) => Minute.AddSeconds(seconds);

    private static RateLimitWindow Window(int permits, int seconds) =>
        new("api", RateLimitPrincipal.Of(caller: null, address: null), permits, TimeSpan.FromSeconds(seconds), FailsClosed: false);

    private int Admitted(RateLimitWindow window, DateTimeOffset now, int requests)
    {
        var admitted = 0;
        for (var i = 0; i < requests; i++)
        {
            (var isAdmitted, held) = held.Count(window, now);
            admitted += isAdmitted ? 1 : 0;
        }

        return admitted;
    }

    // How many are admitted at a time, without counting them.
    private int Room(RateLimitWindow window, DateTimeOffset now)
    {
        var (room, copy) = (0, held);
        while (copy.Count(window, now) is (true, var next))
        {
            (room, copy) = (room + 1, next);
        }

        return room;
    }
}
