using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.CircuitBreaker;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Several events of one subject that are claimed together.</summary>
[Trait("Requirement", "R257")]
public sealed class StreamBatchTests(EventApi api) : IClassFixture<EventApi>, IAsyncLifetime
{
    // What a postponed delivery waits at most after its first attempt.
    private static readonly TimeSpan Pause = DeliveryRetries.Policy.FirstPause + TimeSpan.FromSeconds(1);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => api.ExecuteAsync($"delete from events.outbox_deliveries where handler in ('{LateHandler.Name}', '{LateOutsideHandler.Name}')");

    [Fact]
    public async Task One_that_fails_in_the_middle_leaves_what_precedes_it_done_and_what_follows_untried()
    {
        var user = await HappenedAsync(40, LateHandler.Name, "Batch One", "Batch Two", "Batch Three", "Batch Four");
        var relay = Relay();
        LateHandler.Failing["Batch Three"] = true;

        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeTrue();

        (await EffectsAsync(user)).Should().Be("2 3", "of what has failed nothing is left, and what follows it waits");
        (await LeftAsync(user)).Should().Be("4: 1, 5: 0", "no attempt is spent of what was not tried");
        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeFalse("what follows one that has failed is not due");

        LateHandler.Failing.Clear();
        api.Clock.Advance(Pause);
        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeTrue();
        (await EffectsAsync(user)).Should().Be("2 3 4 5");
    }

    [Fact]
    public async Task One_whose_lease_ends_in_the_middle_is_another_s_from_there_on()
    {
        var user = await HappenedAsync(41, LateHandler.Name, "Lease One", "Lease Two", "Lease Three");
        var subscriptions = api.Only<LateHandler>();
        var (first, second, runner) = (api.QueueOf(subscriptions), api.QueueOf(subscriptions), api.RunnerOf(subscriptions));
        var late = await first.ClaimAsync(10, CancellationToken.None);
        await runner.HandleTogetherAsync([late[0]], CancellationToken.None);

        api.Clock.Advance(first.Table.Lease + TimeSpan.FromSeconds(1));
        var next = await second.ClaimAsync(10, CancellationToken.None);
        // As if the other one had taken the second alone: what follows it is nobody's, and must not be handled before it.
        await api.ExecuteAsync($"update events.outbox_deliveries set lease_token = '{late[2].LeaseToken}' where id = '{late[2].Id}'");

        await runner.Awaiting(one => one.HandleTogetherAsync([late[1], late[2]], CancellationToken.None)).Should().ThrowAsync<LeaseLostException>();
        (await EffectsAsync(user)).Should().Be("2");
        await runner.HandleTogetherAsync([next[0]], CancellationToken.None);
        await runner.HandleTogetherAsync([late[2]], CancellationToken.None);
        (await EffectsAsync(user)).Should().Be("2 3 4");
    }

    [Fact]
    public async Task Events_of_several_people_are_handled_in_their_order()
    {
        var user = await api.UserAsync(42);
        using (var own = await api.ClientAsync("user42@acme.test"))
        {
            foreach (var name in new[] { "Own One", "Own Two" })
            {
                await api.RenameAsync(user, $"Admin For {name}");
                using var answer = await own.PatchTextAsync("/api/v1/me", $$"""{"name":"{{name}}"}""");
                answer.EnsureSuccessStatusCode();
            }
        }

        await api.DeliverAsync(LateHandler.Name, "user.updated.v1", user.Value);
        (await Relay().RunOnceAsync(CancellationToken.None)).Should().BeTrue();

        (await EffectsAsync(user)).Should().Be("2 3 4 5");
    }

    [Fact]
    public async Task Past_the_database_too_nothing_follows_what_has_failed()
    {
        var user = await HappenedAsync(43, LateOutsideHandler.Name, "Outside One", "Outside Two", "Outside Three");
        var relay = OutsideRelay();
        LateOutsideHandler.Failing["Outside Two"] = new IOException("Nobody is there.");

        await relay.RunOnceAsync(CancellationToken.None);

        (await LeftAsync(user)).Should().Be("3: 1, 4: 0");
        LateOutsideHandler.Failing.Clear();
        api.Clock.Advance(Pause);
        await relay.RunOnceAsync(CancellationToken.None);
        LateOutsideHandler.Attempts.Where(attempt => attempt.SubjectId == user.Value).Select(attempt => attempt.Name)
            .Should().Equal("Outside One", "Outside Two", "Outside Two", "Outside Three");
    }

    [Fact]
    public async Task What_is_known_to_be_down_is_not_asked_for_each_subject()
    {
        var (first, second) = (await HappenedAsync(44, LateOutsideHandler.Name, "Down One"), await HappenedAsync(45, LateOutsideHandler.Name, "Down Two"));
        var relay = OutsideRelay();
        var open = TimeSpan.FromSeconds(5);
        LateOutsideHandler.Failing["Down One"] = LateOutsideHandler.Failing["Down Two"] = new BrokenCircuitException("It is down.", open);

        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeTrue();
        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeFalse("the handler is left out");
        LateOutsideHandler.Attempts.Should().ContainSingle(attempt => attempt.SubjectId == first.Value || attempt.SubjectId == second.Value);
        string.Concat(await LeftAsync(first), await LeftAsync(second)).Should().Be("2: 02: 0", "no attempt is spent");

        LateOutsideHandler.Failing.Clear();
        api.Clock.Advance(open + Pause);
        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeTrue();
        (await relay.RunOnceAsync(CancellationToken.None)).Should().BeTrue();
        LateOutsideHandler.Attempts.Count(attempt => attempt.SubjectId == first.Value || attempt.SubjectId == second.Value).Should().Be(3);
    }

    private async Task<UserId> HappenedAsync(int number, string handler, params string[] names)
    {
        var user = await api.UserAsync(number);
        await api.RenameAsync(user, names);
        await api.DeliverAsync(handler, "user.updated.v1", user.Value);
        return user;
    }

    private TransactionalRelay Relay()
    {
        var subscriptions = api.Only<LateHandler>();
        return new(api.QueueOf(subscriptions), api.RunnerOf(subscriptions), api.Services.GetRequiredService<QueueMeter>(), NullLogger<TransactionalRelay>.Instance);
    }

    private OutsideRelay OutsideRelay()
    {
        var subscriptions = api.Only<LateOutsideHandler>();
        return new(api.OutsideQueueOf(subscriptions), api.RunnerOf(subscriptions), api.Services.GetRequiredService<QueueMeter>(), NullLogger<OutsideRelay>.Instance);
    }

    // Versions, as they came.
    private Task<string?> EffectsAsync(UserId user) => api.ScalarAsync<string>(
        $"select string_agg(version::text, ' ' order by number) from public.effects where handler = '{LateHandler.Name}' and subject_id = '{user.Value}'");

    // Versions, and how often each was tried.
    private Task<string?> LeftAsync(UserId user) => api.ScalarAsync<string>(
        $"""
        select string_agg(version || ': ' || attempts, ', ' order by version) from events.outbox_deliveries
        where handler in ('{LateHandler.Name}', '{LateOutsideHandler.Name}') and subject_id = '{user.Value}' and lease_token is null
        """);
}
