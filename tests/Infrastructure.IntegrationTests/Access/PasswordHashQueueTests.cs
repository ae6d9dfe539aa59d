using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Concurrency;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R66")]
public sealed class PasswordHashQueueTests : IDisposable
{
    private const string Network = "192.0.2.1";
    private static readonly PasswordMeter Meter = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    private readonly FakeTimeProvider clock = new();
    private readonly Congestion congestion = new();
    private readonly ManualResetEventSlim gate = new();
    private readonly SemaphoreSlim begun = new(0);

    /// <inheritdoc />
    public void Dispose()
    {
        gate.Dispose();
        begun.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task While_requests_wait_a_hash_is_followed_by_a_pause_of_nine_times_its_duration(int waiting)
    {
        congestion.Observe(() => waiting);
        var queue = Queue();
        var running = await FillAsync(queue);
        var next = RunAsync(queue);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        gate.Set();

        // The answers do not wait for the pause.
        await Task.WhenAll(running);
        if (waiting > 0)
        {
            clock.Advance(TimeSpan.FromMilliseconds(899));
            begun.CurrentCount.Should().Be(0);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await next).Should().BeTrue();
    }

    [Fact]
    public async Task A_pause_takes_no_more_than_two_seconds_however_long_the_hash_took()
    {
        congestion.Observe(static () => 1);
        var queue = Queue();
        var running = await FillAsync(queue);
        clock.Advance(TimeSpan.FromHours(1));
        gate.Set();
        await Task.WhenAll(running);
        var next = RunAsync(queue);

        clock.Advance(TimeSpan.FromSeconds(2));

        (await next).Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_has_waited_for_its_turn_for_five_seconds_is_refused()
    {
        var queue = Queue();
        var running = await FillAsync(queue);
        var late = RunAsync(queue);

        clock.Advance(TimeSpan.FromSeconds(5.5));

        (await FluentActions.Awaiting(() => late).Should().ThrowAsync<ServiceUnavailableError>()).Which.RetryAfter.Should().BePositive();
        gate.Set();
        await Task.WhenAll(running);
    }

    private async Task<List<Task<bool>>> FillAsync(PasswordHashQueue queue)
    {
        var running = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => RunAsync(queue)).ToList();
        foreach (var _ in running)
        {
            await begun.WaitAsync();
        }

        return running;
    }

    private Task<bool> RunAsync(PasswordHashQueue queue) => queue.RunAsync(
        Network,
        () =>
        {
            begun.Release();
            gate.Wait();
            return true;
        },
        CancellationToken.None);

    private PasswordHashQueue Queue() => new(Meter, congestion, clock);
}
