using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>The program with event handlers of the tests, whose effects are rows.</summary>
public sealed class EventApi : ApiFixture
{
    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ExecuteAsync(
            """
            create table public.effects (number bigint generated always as identity, handler text not null, event_id uuid not null, subject_id uuid not null, version bigint not null, ordinal smallint not null);
            grant insert, select on public.effects to cleanapi_app
            """);
    }

    /// <summary>The relay's queue for a handler that the program does not have: nobody else claims from it.</summary>
    internal TransactionalDeliveries QueueOf(EventSubscriptions subscriptions) => new(subscriptions, Services.GetRequiredService<Database>(), Clock);

    /// <summary>The same for one that reaches past the database.</summary>
    internal OutsideDeliveries OutsideQueueOf(EventSubscriptions subscriptions) => new(subscriptions, Services.GetRequiredService<Database>(), Clock);

    /// <summary>Runs deliveries of such a handler.</summary>
    internal DeliveryRunner RunnerOf(EventSubscriptions subscriptions) => new(subscriptions, Services.GetRequiredService<IServiceScopeFactory>());

    /// <summary>The subscriptions of a handler alone.</summary>
    internal EventSubscriptions Only<THandler>()
    {
        var services = new ServiceCollection().AddEventHandler(typeof(THandler));
        return new EventSubscriptions(services.Select(service => service.ImplementationInstance).OfType<EventSubscription>(), Services);
    }

    /// <summary>Gives a handler the events that there are of a subject, as if it had had them when they were written.</summary>
    public Task DeliverAsync(string handler, string name, Guid subject) => ExecuteAsync(
        $"""
        insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
        select gen_random_uuid(), id, '{handler}', subject_id, version, ordinal, occurred_at, 0, occurred_at
        from events.outbox_events where name = '{name}' and subject_id = '{subject}'
        """);

    /// <summary>Renames a user; each time is an event.</summary>
    public async Task RenameAsync(UserId user, params string[] names)
    {
        using var client = await ClientAsync(Admin);
        foreach (var name in names)
        {
            (await client.AnswerAsync("PATCH", $"/api/v1/users/{user}", JsonSerializer.Serialize(new { name }))).Status.Should().Be(200);
        }
    }

    /// <summary>A user of Acme.</summary>
    public async Task<UserId> UserAsync(int number) => UserId.From(await ScalarAsync<Guid>($"select id from users.users where email = 'user{number:00}@acme.test'"));

    /// <summary>Waits until no delivery of a handler is left alive.</summary>
    /// <exception cref="TimeoutException">Some are: what the oldest one waits for.</exception>
    public async Task DrainedAsync(string handler)
    {
        var left = $"from events.outbox_deliveries where dead_at is null and handler = '{handler}'";
        try
        {
            await Probe.UntilAsync($"{handler} has handled all", async () => await ScalarAsync<long>($"select count(*) {left}") == 0);
        }
        catch (TimeoutException exception)
        {
            var oldest = await ScalarAsync<string>(
                $"""
                select count(*) over () || ' are left; of the oldest: attempts ' || attempts || ', due in ' || due_at - now() || ', leased ' || (lease_token is not null)
                  || ', error ' || coalesce(last_error, 'none') {left} order by version, ordinal limit 1
                """);
            throw new TimeoutException($"{exception.Message}; {oldest}", exception);
        }
    }

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) =>
        services.AddEventHandler(typeof(RecordingHandler)).AddEventHandler(typeof(OutsideHandler)).AddTransient<LateHandler>().AddTransient<LateOutsideHandler>();
}
