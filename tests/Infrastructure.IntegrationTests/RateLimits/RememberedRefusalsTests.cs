using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.RateLimits;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

[Trait("Requirement", "R165")]
public sealed class RememberedRefusalsTests
{
    private readonly StubStore store;
    private readonly RateLimitPrincipal principal = Windows.NextPrincipal();
    private readonly RememberedRefusals refusals;

    public RememberedRefusalsTests()
    {
        var counts = new MemoryRateLimitStore();
        store = new StubStore { Answer = (windows, now) => counts.CountAsync(windows, now, CancellationToken.None) };
        refusals = new RememberedRefusals(store);
    }

    [Fact]
    public async Task Who_is_over_a_limit_costs_the_store_nothing_until_there_is_room()
    {
        await CountAsync(Windows.Start, 3, principal.Api(2));
        store.Calls.Should().Be(3);

        var refused = await CountAsync(Windows.Start.AddSeconds(59), 1000, principal.Api(2));
        (refused.IsAdmitted, refused.RetryAt).Should().Be((false, Windows.Start.AddMinutes(1)));
        store.Calls.Should().Be(3);

        (await CountAsync(refused.RetryAt, 1, principal.Api(2))).IsAdmitted.Should().BeTrue();
        store.Calls.Should().Be(4);
    }

    [Fact]
    public async Task A_full_window_refuses_also_together_with_others_and_nobody_else()
    {
        await CountAsync(Windows.Start, 2, principal.Expensive(1));
        (await CountAsync(Windows.Start, 1, principal.Api(5), principal.Expensive(1))).IsAdmitted.Should().BeFalse();
        (await CountAsync(Windows.Start, 1, principal.Api(5))).States.Single().Remaining.Should().Be(4);
        (await CountAsync(Windows.Start, 1, Windows.NextPrincipal().Expensive(1))).IsAdmitted.Should().BeTrue();
    }

    [Fact]
    public async Task Who_gives_a_place_back_is_asked_about_again()
    {
        await CountAsync(Windows.Start, 2, principal.Expensive(1));
        store.Answer = (windows, _) => new(new RateLimitResult(IsAdmitted: true, [.. windows.Select(window => new RateLimitState(window, 0, Windows.Start))]));

        await refusals.ReturnAsync(principal.Expensive(1), Windows.Start, CancellationToken.None);

        (await CountAsync(Windows.Start, 1, principal.Expensive(1))).IsAdmitted.Should().BeTrue();
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_forgotten_is_asked_again()
    {
        for (var i = 0; i <= RememberedRefusals.Capacity; i++)
        {
            await CountAsync(Windows.Start, 2, Windows.NextPrincipal().Api(1));
        }

        refusals.Count.Should().Be(1);
    }

    private async Task<RateLimitResult> CountAsync(DateTimeOffset now, int times, params RateLimitWindow[] windows)
    {
        var result = default(RateLimitResult);
        for (var i = 0; i < times; i++)
        {
            result = await refusals.CountAsync(now, windows);
        }

        return result;
    }
}
