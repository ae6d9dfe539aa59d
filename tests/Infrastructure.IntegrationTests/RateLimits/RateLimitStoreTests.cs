using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.RateLimits;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

/// <summary>Every store counts the same, for all who ask it.</summary>
[Trait("Requirement", "R165")]
public sealed class RateLimitStoreTests(SharedStores stores) : IClassFixture<SharedStores>
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<RateLimitStoreKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_counts_as_the_sliding_window_says(string kind)
    {
        var random = new Random(7);
        for (var history = 0; history < 10; history++)
        {
            var window = Windows.NextPrincipal().Api(random.Next(1, 20), random.Next(1, 60));
            var (now, expected) = (Windows.Start, default(SlidingWindow));
            for (var i = 0; i < 60; i++)
            {
                now = now.AddMilliseconds(random.Next(-5, (int)(2.2 * window.Milliseconds / window.Permits)));
                (var isAdmitted, expected) = expected.Count(window, now);
                var result = await Next(kind, i).CountAsync(now, window);
                (result.IsAdmitted, result.States.Single()).Should().Be((isAdmitted, expected.StateOf(window, now)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_given_back_can_be_taken_again_until_another_window_has_begun(string kind)
    {
        var (store, window) = (stores.Of(kind).One, Windows.NextPrincipal().Expensive(2));
        (await store.ReturnAsync(window, Windows.Start, CancellationToken.None)).Should().BeNull("nobody has taken one");
        await store.CountAsync(Windows.Start, window);
        var full = (await store.CountAsync(Windows.Start, window)).States.Single();

        var returned = await store.ReturnAsync(window, Windows.Start.AddMinutes(1), CancellationToken.None);

        (returned?.Remaining, returned?.Window).Should().Be((full.Remaining + 1, window));
        (await Next(kind, 1).CountAsync(Windows.Start.AddMinutes(1), window)).IsAdmitted.Should().BeTrue();
        (await store.CountAsync(Windows.Start.AddMinutes(1), window)).IsAdmitted.Should().BeFalse();
        (await store.ReturnAsync(window, Windows.Start.AddHours(1), CancellationToken.None)).Should().BeNull("it is another hour");
        for (var more = 0; more < 3; more++)
        {
            returned = await store.ReturnAsync(window, Windows.Start.AddMinutes(1), CancellationToken.None);
        }

        returned?.Remaining.Should().Be(2, "never more than there are");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Requests_at_the_same_time_to_two_instances_never_exceed_the_limit(string kind)
    {
        var window = Windows.NextPrincipal().Api(20);
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Next(kind, i).CountAsync(Windows.Start, window).AsTask()));
        results.Count(result => result.IsAdmitted).Should().Be(20);
        results.Where(result => result.IsAdmitted).Select(result => result.States[0].Remaining).Should().BeEquivalentTo(Enumerable.Range(0, 20));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Requirement", "R160")]
    public async Task Policies_and_principals_are_counted_apart(string kind)
    {
        var (store, one, other) = (stores.Of(kind).One, Windows.NextPrincipal(), Windows.NextPrincipal());
        (await store.CountAsync(Windows.Start, one.Api(1))).IsAdmitted.Should().BeTrue();
        (await store.CountAsync(Windows.Start, one.Api(1))).IsAdmitted.Should().BeFalse();
        (await store.CountAsync(Windows.Start, one.Expensive(1))).IsAdmitted.Should().BeTrue();
        (await store.CountAsync(Windows.Start, other.Api(1))).IsAdmitted.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_several_windows_those_after_the_first_full_one_count_nothing(string kind)
    {
        var (store, principal) = (stores.Of(kind).One, Windows.NextPrincipal());
        RateLimitWindow[] windows = [principal.Api(2), principal.Expensive(3)];
        var first = await store.CountAsync(Windows.Start, windows);
        first.States.Select(state => (state.Window.Policy, state.Remaining)).Should().Equal(("api", 1), ("expensive", 2));
        (await store.CountAsync(Windows.Start, windows)).IsAdmitted.Should().BeTrue();
        var refused = await store.CountAsync(Windows.Start, windows);
        (refused.IsAdmitted, refused.States.Single().Window.Policy).Should().Be((false, "api"));
        refused.RetryAt.Should().Be(Windows.Start.AddMinutes(1));
        (await store.CountAsync(Windows.Start, principal.Expensive(3))).States.Single().Remaining.Should().Be(0, "two were counted, and this is the third");
    }

    [Fact]
    public async Task Rows_of_ended_windows_are_deleted_and_others_stay()
    {
        var store = (PostgresRateLimitStore)stores.Of(nameof(RateLimitStoreKind.Postgres)).One;
        var principal = Windows.NextPrincipal();
        await store.CountAsync(Windows.Start, principal.Api(5), principal.Expensive(5));
        await store.DeleteEndedAsync(Windows.Start.AddMinutes(2), CancellationToken.None);
        (await KeysAsync(principal)).Should().Equal($"expensive:{principal}");
        await store.DeleteEndedAsync(Windows.Start.AddHours(2), CancellationToken.None);
        (await KeysAsync(principal)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_deletes_does_not_wait_for_a_row_that_is_being_counted_in()
    {
        var store = (PostgresRateLimitStore)stores.Of(nameof(RateLimitStoreKind.Postgres)).One;
        var principal = Windows.NextPrincipal();
        await store.CountAsync(Windows.Start, principal.Api(5), principal.Expensive(5));
        await using var connection = await stores.Database.Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var counting = new NpgsqlCommand($"select 1 from app.rate_limits where key = 'api:{principal}' for update", connection);
        await counting.ExecuteScalarAsync();

        await store.DeleteEndedAsync(Windows.Start.AddHours(2), CancellationToken.None);

        (await KeysAsync(principal)).Should().Equal($"api:{principal}");
    }

    [Fact]
    public async Task Counting_never_waits_for_the_disk()
    {
        await using var command = stores.Database.Application.CreateCommand("select relpersistence::text from pg_class where oid = 'app.rate_limits'::regclass");
        (await command.ExecuteScalarAsync()).Should().Be("u");
    }

    [Fact]
    public async Task Memory_is_bounded()
    {
        var store = new MemoryRateLimitStore();
        for (var i = 0; i < 40 * MemoryRateLimitStore.Capacity; i++)
        {
            (await store.CountAsync(Windows.Start, Windows.NextPrincipal().Api(1))).IsAdmitted.Should().BeTrue();
        }

        store.Count.Should().BeLessThanOrEqualTo(32 * MemoryRateLimitStore.Capacity);
    }

    private IRateLimitStore Next(string kind, int number) => number % 2 == 0 ? stores.Of(kind).One : stores.Of(kind).Other;

    private async Task<IReadOnlyList<string>> KeysAsync(RateLimitPrincipal principal)
    {
        await using var command = stores.Database.Application.CreateCommand("select key from app.rate_limits where key like $1 order by key");
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = $"%:{principal}" });
        await using var reader = await command.ExecuteReaderAsync();
        List<string> keys = [];
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }
}
