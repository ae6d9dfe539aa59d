using System.Net;
using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>The API for tests of the event log and of streams.</summary>
public class EventsApi : UsersApi
{
    /// <summary>The log.</summary>
    public const string Log = "/api/v1/events";

    /// <summary>The stream.</summary>
    public const string Stream = "/api/v1/events/stream";

    /// <summary>Stores an event of the organization that somebody is in, waits until it has its place in the log, and returns its id.</summary>
    public async Task<string> HappenAsync(string email, string name = "thing.done.v1", string? about = null)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(Insert(id, email, name, about));
        await PlaceAsync(id);
        return TypeId.Format("evt", id);
    }

    /// <summary>The statement that stores an event.</summary>
    public string Insert(Guid id, string email, string name, string? about = null)
    {
        var subject = about is not null && TypeId.TryParse(about, out _, out var known) ? known : id;
        return $$"""
            insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, actor_type, actor_id, occurred_at)
            select '{{id}}', '{{name}}', organization_id, 'user', '{{subject}}', (select count(*) + 1000 from events.outbox_events), 0, '{"said":"ä"}', 'user', id, '{{Clock.GetUtcNow():O}}'
            from users.users where email = '{{email}}' and deleted_at is null order by created_at limit 1
            """;
    }

    /// <summary>Waits until an event has its place; whoever is first gives it.</summary>
    public Task PlaceAsync(Guid id) => Probe.UntilAsync("the event has a position", async () =>
    {
        await ExecuteAsync("select events.assign_positions(1000)");
        return await ScalarAsync<long?>($"select position from events.outbox_events where id = '{id}'") is not null;
    });

    /// <summary>Creates another administrator of Acme, by somebody who has just signed in; returns the address.</summary>
    public async Task<string> NewAdminAsync()
    {
        var email = NewEmail();
        var token = await SignInAsync(Admin);
        var created = (await SendWithTokenAsync(token, "POST", Path, new { email, name = "Some Body", role = "ADMIN" })).Expect(HttpStatusCode.Created);
        (await SendWithTokenAsync(token, "POST", $"{Path}/{created.Text("data.id")}/activate")).Expect(HttpStatusCode.OK);
        await GiveAccountAsync(email);
        return email;
    }

    /// <summary>Opens a stream as somebody.</summary>
    internal async Task<OpenStream> FollowAsync(string email, string query = "", string? lastEventId = null) =>
        await OpenStream.OpenAsync(CreateClient(await TokenAsync(email)), Stream + query, lastEventId);
}
