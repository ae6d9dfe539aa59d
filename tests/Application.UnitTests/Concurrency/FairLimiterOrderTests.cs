using CleanApi.Application.Common.Concurrency;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.Application.UnitTests.Concurrency;

[Trait("Requirement", "R66")]
public sealed class FairLimiterOrderTests
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Whoever_came_last_is_served_first_while_the_queue_is_longer_than_what_is_served_in_time()
    {
        var limiter = Limiter(permits: 1, queue: 10);
        await limiter.AcquireAsync("a", default);
        var first = limiter.AcquireAsync("a", default).AsTask();
        clock.Advance(MaxWait / 4);
        var second = limiter.AcquireAsync("a", default).AsTask();
        var third = limiter.AcquireAsync("a", default).AsTask();
        limiter.Release("a");
        await ServedAsync(first);

        // Now the second has waited for half of what one may.
        clock.Advance(MaxWait / 2);
        limiter.Release("a");
        await ServedAsync(third);
        second.IsCompleted.Should().BeFalse();

        // Another key has its turn all the same, in its own order.
        var (other, otherLast) = (limiter.AcquireAsync("b", default).AsTask(), limiter.AcquireAsync("b", default).AsTask());
        var last = limiter.AcquireAsync("a", default).AsTask();
        limiter.Release("a");
        await ServedAsync(other);
        limiter.Release("b");
        await ServedAsync(last);
        limiter.Release("a");
        await ServedAsync(otherLast);
        limiter.Release("b");
        await ServedAsync(second);
        limiter.Release("a");
        (limiter.Running, limiter.Waiting).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_queue_that_is_served_in_time_keeps_the_order_of_arrival_however_long_it_has_waited()
    {
        var limiter = Limiter(permits: 1, queue: 40);
        await limiter.AcquireAsync("a", default);
        var waiting = Enumerable.Range(0, 40).Select(_ => limiter.AcquireAsync("a", default).AsTask()).ToList();
        for (var served = 0; served < waiting.Count; served++)
        {
            limiter.Release("a");
            await ServedAsync(waiting[served]);

            // Three in each sixteenth of the longest wait: more than 40 in the whole.
            clock.Advance(served % 3 == 2 ? MaxWait / 16 : TimeSpan.Zero);
        }

        limiter.Release("a");
        (limiter.Running, limiter.Waiting).Should().Be((0, 0));
    }

    private static async Task ServedAsync(Task<bool> waiter) => (await waiter).Should().BeTrue();

    private FairLimiter<string> Limiter(int permits, int queue) => new(new FairLimits(permits, permits, queue, queue, MaxWait), clock);
}
