namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Each failure delays further guesses, and an attacker cannot lock the owner out.</summary>
public sealed class LockoutTests(LockoutApi api) : IClassFixture<LockoutApi>
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Four_failures_cost_nothing()
    {
        var person = api.NextPerson();
        await api.FailAsync(person, 4);
        (await api.TryAsync(person)).Should().BeTrue();
        await api.FailAsync(person, 4);
        (await api.TryAsync(person)).Should().BeTrue("a success has begun the count anew");
    }

    [Fact]
    public async Task After_five_failures_the_correct_password_is_rejected_for_one_second_then_two_then_four()
    {
        var person = api.NextPerson();
        await api.FailAsync(person, 5);
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            (await BlockedSecondsAsync()).Should().Be(seconds);
            (await api.TryAsync(person)).Should().BeFalse();
            api.LastWait.Should().Be(TimeSpan.FromSeconds(seconds));
            (await BlockedSecondsAsync()).Should().Be(seconds, "what is tried during a delay does not make it longer");
            api.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await api.FailAsync(person, 1);
        }

        api.Clock.Advance(TimeSpan.FromSeconds(8));
        (await api.TryAsync(person)).Should().BeTrue();
    }

    [Fact]
    public async Task No_delay_is_longer_than_15_minutes()
    {
        var person = api.NextPerson();
        for (var i = 0; i < 25; i++)
        {
            await api.FailAsync(person, 1);
            api.Clock.Advance(TimeSpan.FromMinutes(15) + Millisecond);
        }

        await api.FailAsync(person, 1);
        (await BlockedSecondsAsync()).Should().Be(900);
        api.Clock.Advance(TimeSpan.FromMinutes(15) + Millisecond);
        (await api.TryAsync(person)).Should().BeTrue();
    }

    [Fact]
    public async Task Failures_are_forgotten_after_a_day()
    {
        var person = api.NextPerson();
        await api.FailAsync(person, 5);
        api.Clock.Advance(TimeSpan.FromHours(24) + Millisecond);
        await api.FailAsync(person, 4);
        (await api.TryAsync(person)).Should().BeTrue();
    }

    [Fact]
    public async Task Guesses_at_the_same_time_count_each()
    {
        var person = api.NextPerson();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.TryAsync(person, "wrong")));
        (await api.ScalarAsync<int>("select failures from access.sign_in_failures where network <> '' order by last_attempt_at desc limit 1")).Should().Be(5);
        (await api.TryAsync(person)).Should().BeFalse();
    }

    [Fact]
    public async Task Right_passwords_at_the_same_time_do_not_get_into_each_other_s_way()
    {
        var person = api.NextPerson();
        (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.TryAsync(person)))).Should().OnlyContain(isIn => isIn);
    }

    [Fact]
    public async Task A_delay_is_one_network_s_and_one_address_s()
    {
        var (person, another) = (api.NextPerson(), api.NextPerson());
        await api.FailAsync(person, 5, "127.0.0.2");
        (await api.TryAsync(person, from: "127.0.0.2")).Should().BeFalse();
        (await api.TryAsync(another, from: "127.0.0.2")).Should().BeTrue();
        (await api.TryAsync(person, from: "127.0.0.3")).Should().BeTrue();
    }

    [Fact]
    public async Task Many_networks_together_get_one_guess_a_minute_and_the_owner_gets_in_from_where_they_were_before()
    {
        var person = api.NextPerson();
        (await api.TryAsync(person, from: "127.0.0.9")).Should().BeTrue();
        for (var i = 0; i < 50; i++)
        {
            await api.FailAsync(person, 1, $"127.0.1.{i}");
        }

        (await api.TryAsync(person, from: "127.0.2.1")).Should().BeFalse("it is nobody's network, and the attack goes on");
        api.LastWait.Should().Be(TimeSpan.FromMinutes(1));
        (await api.TryAsync(person, from: "127.0.0.9")).Should().BeTrue();
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await api.FailAsync(person, 1, "127.0.2.2");
        (await api.TryAsync(person, from: "127.0.2.1")).Should().BeFalse();
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await api.TryAsync(person, from: "127.0.2.1")).Should().BeTrue();
        api.Clock.Advance(TimeSpan.FromHours(1));
        await api.FailAsync(person, 2, "127.0.2.3");
        (await api.TryAsync(person, from: "127.0.2.4")).Should().BeTrue("the hour is over");
    }

    [Fact]
    public async Task A_network_is_known_for_90_days_after_the_last_success_whatever_was_tried_there_since()
    {
        var person = api.NextPerson();
        (await api.TryAsync(person, from: "127.0.0.9")).Should().BeTrue();
        api.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromHours(1));
        await api.FailAsync(person, 1, "127.0.0.9");
        api.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 50; i++)
        {
            await api.FailAsync(person, 1, $"127.0.4.{i}");
        }

        (await api.TryAsync(person, from: "127.0.0.9")).Should().BeFalse("it is anybody's network again, and the attack goes on");
    }

    [Fact]
    public async Task Clearing_the_failures_ends_the_delay_immediately()
    {
        var person = api.NextPerson();
        await api.FailAsync(person, 5);
        (await api.TryAsync(person)).Should().BeFalse();
        await api.ClearAsync(person);
        (await api.TryAsync(person)).Should().BeTrue();
    }

    [Fact]
    public async Task An_unknown_address_is_counted_alike()
    {
        const string nobody = "nobody@acme.test";
        await api.FailAsync(nobody, 6);
        (await BlockedSecondsAsync()).Should().Be(1);
        api.LastWait.Should().Be(TimeSpan.FromSeconds(1));
        (await api.ScalarAsync<long>("select count(*) from access.sign_in_failures row where row::text like '%acme%'")).Should().Be(0);
    }

    private async Task<int> BlockedSecondsAsync() => await api.ScalarAsync<int>(
        "select extract(epoch from blocked_until - last_attempt_at)::int from access.sign_in_failures where blocked_until is not null order by last_attempt_at desc limit 1");
}
