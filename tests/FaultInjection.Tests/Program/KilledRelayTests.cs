namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>The program is killed between a change and what follows from it: each invitation that is stored is mailed once. A file is one row of the queue of mails.</summary>
[Trait("Requirement", "R257")]
public sealed class KilledRelayTests : IAsyncLifetime
{
    private const int Invitations = 60;
    private const string Address = "invited@killed.test";

    private readonly string mails = Path.Combine(Path.GetTempPath(), $"cleanapi-killed-{Guid.NewGuid():N}");
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(mails, recursive: true);
    }

    [Fact]
    public async Task What_is_committed_and_not_yet_claimed_is_handled_by_the_next_one()
    {
        await using (var killed = await StartAsync())
        {
            // What the demo data has caused is in nobody's way.
            await AllHaveLeftAsync();
            await server.ExecuteAsync("revoke update on events.outbox_deliveries from cleanapi_worker");
            (await InviteAsync(killed, await killed.SignInAsync(ApiFixture.Admin), Address)).Status.Should().Be(201);
            await killed.Process.KillAsync();
        }

        (await LeftAsync()).Should().Be(1);
        await server.ExecuteAsync("grant update on events.outbox_deliveries to cleanapi_worker");
        await using var next = await StartAsync();
        await AllHaveLeftAsync();
        Mailed().Should().Equal(Address);
    }

    [Theory]
    [InlineData("immediate", 1)] // The effect is there, and rolled back with the completion: the next one has it to do.
    [InlineData("deferred", 0)] // The server has got the commit: effect and completion are stored, though nobody hears of it.
    public async Task The_effect_and_the_completion_are_stored_together_or_not_at_all(string moment, int left)
    {
        await using (var killed = await StartAsync())
        {
            // What the demo data has caused is in nobody's way.
            await AllHaveLeftAsync();
            await server.ExecuteAsync(
                $$"""
                create function public.hold() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(257); return null; end';
                create constraint trigger hold after insert on mail.messages deferrable initially {{moment}} for each row when (new.template = 'invitation') execute function public.hold()
                """);
            await using (var holder = await server.OpenAsync())
            {
                await using var hold = holder.CreateCommand();
                hold.CommandText = "select pg_advisory_lock(257)";
                await hold.ExecuteNonQueryAsync();
                (await InviteAsync(killed, await killed.SignInAsync(ApiFixture.Admin), Address)).Status.Should().Be(201);
                await Probe.UntilAsync("the handler waits after its effect", async () => (await server.ReadAsync("select 'x' from pg_locks where locktype = 'advisory' and objid = 257 and not granted")).Count == 1);
                await killed.Process.KillAsync();
            }

            await Probe.UntilAsync("its connections are gone", async () => (await server.ReadAsync("select 'x' from pg_stat_activity where usename = 'cleanapi_app'")).Count == 0);
        }

        (await LeftAsync()).Should().Be(left);
        await EndLeasesAsync();
        await using var next = await StartAsync();
        await AllHaveLeftAsync();
        Mailed().Should().Equal(Address);
    }

    [Fact]
    public async Task Whoever_is_killed_under_load_and_the_database_too_each_stored_invitation_is_mailed_once()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var admin = await first.SignInAsync(ApiFixture.Admin);

        var sending = Enumerable.Range(0, Invitations).Select(number => InviteAsync(first, admin, $"p{number}@killed.test")).ToList();
        await Task.WhenAny(sending[(Invitations / 2)..]);
        await first.Process.KillAsync();
        var acknowledged = await AcknowledgedAsync(sending);
        sending = [.. Enumerable.Range(Invitations, Invitations).Select(number => InviteAsync(second, admin, $"p{number}@killed.test"))];
        await Task.WhenAny(sending);
        await server.KillAsync();
        await server.StartAgainAsync();
        acknowledged += await AcknowledgedAsync(sending);
        await second.RecoversAsync();
        await second.Process.KillAsync();
        await EndLeasesAsync();
        await using var next = await StartAsync();

        await AllHaveLeftAsync();
        var invited = await server.ReadAsync("select email from invitations.invitations where email like '%@killed.test'");
        invited.Count.Should().BeGreaterThanOrEqualTo(Math.Max(1, acknowledged));
        Mailed().Should().BeEquivalentTo(invited);
    }

    private static Task<Answer> InviteAsync(Instance instance, Member admin, string email) =>
        instance.Client.AnswerAsync("POST", "/api/v1/invitations", $$"""{"email":"{{email}}","role":"VIEWER"}""", admin.Authorization);

    private static async Task<int> AcknowledgedAsync(IEnumerable<Task<Answer>> requests)
    {
        var acknowledged = 0;
        foreach (var request in requests)
        {
            try
            {
                acknowledged += (await request).Status == 201 ? 1 : 0;
            }
            catch (HttpRequestException)
            {
                // Nobody was there to answer: it may be stored, or not.
            }
        }

        return acknowledged;
    }

    private Task<Instance> StartAsync() => Instance.StartAsync(server, ("Email__Directory", mails));

    // Of who was killed, and of who has waited for the database.
    private async Task EndLeasesAsync()
    {
        await server.ExecuteAsync("update events.outbox_deliveries set due_at = created_at");
        await server.ExecuteAsync("update mail.messages set due_at = created_at");
    }

    private async Task<int> LeftAsync() => (await server.ReadAsync("select id::text from events.outbox_deliveries where handler = 'invitations.send-mail'")).Count;

    private Task AllHaveLeftAsync() => Probe.UntilAsync(
        "all is handled and mailed", async () => (await server.ReadAsync("select id::text from events.outbox_deliveries union all select id::text from mail.messages")).Count == 0);

    private IEnumerable<string> Mailed() => Directory.EnumerateFiles(mails, "*.eml").SelectMany(File.ReadLines)
        .Where(line => line.StartsWith("To: ", StringComparison.Ordinal) && line.Contains("@killed.test", StringComparison.Ordinal)).Select(line => line["To: ".Length..].Trim());
}
