using System.Diagnostics.Metrics;
using CleanApi.Application.Common.RateLimits;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.RateLimits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

[Trait("Requirement", "R165")]
public sealed class OutageGuardTests
{
    private readonly FakeTimeProvider clock = new(Windows.Start);
    private readonly StubStore store = new() { Answer = (_, _) => throw new IOException("reset") };
    private readonly RateLimitPrincipal principal = Windows.NextPrincipal();
    private readonly IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
    private readonly OutageGuard guard;

    public OutageGuardTests() => guard = new OutageGuard(store, new MemoryRateLimitStore(), new RateLimitMeter(meters), clock, NullLogger<OutageGuard>.Instance);

    [Fact]
    public async Task A_window_that_fails_closed_admits_nothing_and_says_when_to_try_again()
    {
        var refuse = async () => await guard.CountAsync(clock.GetUtcNow(), principal.Api(100), principal.Expensive(5));
        (await refuse.Should().ThrowAsync<ServiceUnavailableError>()).Which.RetryAfter.Should().Be(OutageGuard.Pause);
    }

    [Fact]
    public async Task A_place_that_cannot_be_given_back_stays_taken_and_nothing_fails() =>
        (await guard.ReturnAsync(principal.Expensive(5), clock.GetUtcNow(), CancellationToken.None)).Should().BeNull();

    [Fact]
    public async Task Others_are_counted_by_the_instance_itself()
    {
        for (var i = 0; i < 4; i++)
        {
            (await guard.CountAsync(clock.GetUtcNow(), principal.Api(3))).IsAdmitted.Should().Be(i < 3);
        }
    }

    [Fact]
    public async Task A_store_that_keeps_failing_is_left_alone_for_a_while_and_then_asked_again()
    {
        await CountAsync(5);
        store.Calls.Should().Be(2, "two failures are an outage");

        store.Answer = (_, _) => new(new RateLimitResult(IsAdmitted: true, []));
        clock.Advance(OutageGuard.Pause);
        await CountAsync(5);
        store.Calls.Should().Be(7);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_waited_for_for_a_second()
    {
        var never = new TaskCompletionSource<RateLimitResult>();
        store.Answer = (_, _) => new(never.Task);
        var counting = guard.CountAsync(clock.GetUtcNow(), principal.Api(3)).AsTask();
        counting.IsCompleted.Should().BeFalse();
        clock.Advance(OutageGuard.Patience);
        (await counting).States.Single().Remaining.Should().Be(2);
    }

    [Fact]
    [Trait("Requirement", "R256")]
    public async Task Requests_that_the_store_does_not_count_are_told()
    {
        List<string> told = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == MetricNames.RateLimitStoreFailures)
            {
                one.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => told.Add((string)tags[0].Value!));
        listener.Start();

        await guard.CountAsync(clock.GetUtcNow(), principal.Api(3));
        await FluentActions.Awaiting(async () => await guard.CountAsync(clock.GetUtcNow(), principal.Expensive(5))).Should().ThrowAsync<ServiceUnavailableError>();

        told.Should().Equal("counted_locally", "refused");
    }

    private async Task CountAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await guard.CountAsync(clock.GetUtcNow(), principal.Api(100));
        }
    }
}
