using CleanApi.Application.Common.Concurrency;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.Application.UnitTests.Concurrency;

[Trait("Requirement", "R66")]
public sealed class FairLimiterTests
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task So_many_run_and_so_many_wait_and_no_more()
    {
        var limiter = Limiter(permits: 2, queue: 1);
        (await limiter.AcquireAsync("a", default)).Should().BeTrue();
        (await limiter.AcquireAsync("b", default)).Should().BeTrue();
        var waiting = limiter.AcquireAsync("c", default).AsTask();
        (await limiter.AcquireAsync("d", default)).Should().BeFalse();
        (limiter.Running, limiter.Waiting, limiter.HasRoom("a"), waiting.IsCompleted).Should().Be((2, 1, false, false));

        limiter.Release("a");

        (await waiting).Should().BeTrue();
        (limiter.Running, limiter.Waiting, limiter.HasRoom("a")).Should().Be((2, 0, true));
    }

    [Fact]
    public async Task Those_who_wait_take_turns_by_their_key_and_within_it_by_arrival()
    {
        var limiter = Limiter(permits: 1, queue: 10);
        await limiter.AcquireAsync("a", default);
        List<string> served = [];
        var waiting = new[] { "a1", "a2", "a3", "b1", "b2", "c1" }.Select(name => (name, Task: limiter.AcquireAsync(name[..1], default).AsTask())).ToList();
        var running = "a";
        while (waiting.Count > 0)
        {
            limiter.Release(running);
            await Task.WhenAny(waiting.Select(one => one.Task));
            var next = waiting.Single(one => one.Task.IsCompleted);
            waiting.Remove(next);
            served.Add(next.name);
            running = next.name[..1];
        }

        // The others first: one of a runs already.
        served.Should().Equal("b1", "c1", "a1", "b2", "a2", "a3");
    }

    [Fact]
    public async Task A_key_has_its_share_of_the_permits_and_of_the_queue()
    {
        var limiter = new FairLimiter<string>(new FairLimits(Permits: 3, PermitsOfKey: 2, Queue: 4, QueueOfKey: 1, MaxWait), clock);
        await limiter.AcquireAsync("a", default);
        await limiter.AcquireAsync("a", default);
        var waiting = limiter.AcquireAsync("a", default).AsTask();
        (await limiter.AcquireAsync("a", default)).Should().BeFalse();
        limiter.HasRoom("a").Should().BeFalse();
        (await limiter.AcquireAsync("b", default)).Should().BeTrue("a permit is left, which the other key may not have");

        limiter.Release("b");
        waiting.IsCompleted.Should().BeFalse();
        limiter.Release("a");

        (await waiting).Should().BeTrue();
        limiter.Running.Should().Be(2);
    }

    [Fact]
    public async Task Whoever_leaves_the_queue_makes_room_and_is_not_served()
    {
        var limiter = Limiter(permits: 1, queue: 1);
        await limiter.AcquireAsync("a", default);
        using var leaving = new CancellationTokenSource();
        var left = limiter.AcquireAsync("b", leaving.Token).AsTask();

        await leaving.CancelAsync();

        await FluentActions.Awaiting(() => left).Should().ThrowAsync<OperationCanceledException>();
        var waiting = limiter.AcquireAsync("c", default).AsTask();
        limiter.Release("a");
        (await waiting).Should().BeTrue();
        limiter.Release("c");
        (limiter.Running, limiter.Waiting).Should().Be((0, 0));
    }

    [Fact]
    public async Task Whoever_has_waited_for_too_long_is_refused_then_and_not_before()
    {
        var limiter = Limiter(permits: 1, queue: 10);
        await limiter.AcquireAsync("a", default);
        var early = limiter.AcquireAsync("a", default).AsTask();
        clock.Advance(MaxWait / 2);
        var late = limiter.AcquireAsync("b", default).AsTask();
        clock.Advance((MaxWait / 2) - TimeSpan.FromMilliseconds(1));
        early.IsCompleted.Should().BeFalse();

        clock.Advance(MaxWait / 10);

        (await early).Should().BeFalse();
        (late.IsCompleted, limiter.Waiting).Should().Be((false, 1));
        clock.Advance(MaxWait);
        (await late).Should().BeFalse();
        (limiter.Running, limiter.Waiting).Should().Be((1, 0));

        // After a pause it is measured again.
        var again = limiter.AcquireAsync("a", default).AsTask();
        clock.Advance(1.1 * MaxWait);
        (await again).Should().BeFalse();
        limiter.Release("a");
        limiter.Running.Should().Be(0);
    }

    [Fact]
    public async Task However_many_come_and_leave_at_once_nobody_is_lost_and_no_more_than_the_permits_run()
    {
        var limiter = Limiter(permits: 3, queue: 1000);
        var (most, now, served) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            using var leaving = new CancellationTokenSource();
            var acquiring = limiter.AcquireAsync($"{number % 7}", leaving.Token).AsTask();
            if (number % 5 == 0)
            {
                await leaving.CancelAsync();
            }

            try
            {
                await acquiring;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            Interlocked.Increment(ref served);
            limiter.Release($"{number % 7}");
        })));
        (limiter.Running, limiter.Waiting).Should().Be((0, 0));
        most.Should().BeLessThanOrEqualTo(3);
        served.Should().BeGreaterThanOrEqualTo(320);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var before && before == seen ? value : before;
        }
    }

    private FairLimiter<string> Limiter(int permits, int queue) => new(new FairLimits(permits, permits, queue, queue, MaxWait), clock);
}
