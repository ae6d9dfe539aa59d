using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What was claimed and nothing has come of does not wait for the end of its lease.</summary>
[Trait("Requirement", "R257")]
public sealed class GivenBackTests(EventApi api) : IClassFixture<EventApi>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => api.ExecuteAsync($"delete from events.outbox_deliveries where handler = '{LateHandler.Name}'");

    [Fact]
    public async Task A_worker_that_stops_gives_back_what_it_has_not_done()
    {
        var queue = api.QueueOf(api.Only<LateHandler>());
        await DeliverAsync("Given Back", 34, 35, 36);

        using var worker = new StoppingWorker(queue, api.Services.GetRequiredService<QueueMeter>());
        await worker.Invoking(one => one.RunOnceAsync(one.Stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        worker.Completed.Should().Be(1);
        var left = await queue.ClaimAsync(10, CancellationToken.None);
        left.Select(one => one.Attempts).Should().Equal([1, 1], "they are due at once, and no attempt was spent");
    }

    [Fact]
    public async Task What_was_claimed_and_not_answered_is_due_again_at_the_next_look()
    {
        using var queue = new LostAnswers(api.Only<LateHandler>(), api.Services.GetRequiredService<Database>(), api.Clock);
        await DeliverAsync("Answer Lost", 1, 2);

        await queue.Awaiting(one => one.ClaimAsync(10, CancellationToken.None)).Should().ThrowAsync<NpgsqlException>();

        var left = await queue.ClaimAsync(10, CancellationToken.None);
        left.Select(one => one.Attempts).Should().Equal([1, 1], "a lease that nobody knows of holds up nothing, and no attempt was spent");
    }

    [Fact]
    public async Task A_worker_that_cannot_note_what_has_come_of_an_item_gives_its_batch_back()
    {
        var queue = api.QueueOf(api.Only<LateHandler>());
        await DeliverAsync("Not Noted", 37, 38);

        using var worker = new BusyDatabase(queue, api.Services.GetRequiredService<QueueMeter>());
        await worker.Awaiting(one => one.RunOnceAsync(CancellationToken.None)).Should().ThrowAsync<NpgsqlException>();

        var left = await queue.ClaimAsync(10, CancellationToken.None);
        left.Select(one => one.Attempts).Should().Equal([1, 1], "they are due at once");
    }

    private async Task DeliverAsync(string name, params int[] users)
    {
        foreach (var user in await Task.WhenAll(users.Select(api.UserAsync)))
        {
            await api.RenameAsync(user, name);
            await api.DeliverAsync(LateHandler.Name, "user.updated.v1", user.Value);
        }
    }
}
