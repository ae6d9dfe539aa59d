using CleanApi.Domain.Common;

namespace CleanApi.FaultInjection.Tests.Events;

/// <summary>Clients from npm that follow events while instances come and go.</summary>
public sealed class EventClientTests : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("sse")]
    [InlineData("stream")]
    [InlineData("hub")]
    [Trait("Requirement", "R11")]
    [Trait("Requirement", "R259")]
    public async Task A_client_misses_nothing_while_its_instance_restarts_and_another_one_serves(string kind)
    {
        await using var first = await Instance.StartAsync(server);
        await using var second = await Instance.StartAsync(server);
        var (token, user) = await SignInAsync(first);
        await using var client = await EventClient.StartAsync(kind, first, token);
        var before = await LastAsync();

        await PostAsync(first, token, user);
        await PostAsync(second, token, user);
        var restart = first.RestartAsync();
        while (!restart.IsCompleted)
        {
            await PostAsync(second, token, user);
        }

        await restart;
        await PostAsync(first, token, user);

        IReadOnlyList<string> happened = [];
        await Probe.UntilAsync("everything has arrived", async () =>
        {
            happened = [.. (await server.ReadAsync($"select id::text from events.outbox_events where position > {before} and name = 'post.created.v1' order by position"))
                .Select(id => TypeId.Format("evt", Guid.Parse(id)))];
            return client.Ids.Count >= happened.Count && await server.ReadAsync("select 1::text from events.outbox_events where position is null") is [];
        });
        client.Ids.Should().Equal(happened);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("hub")]
    [Trait("Requirement", "R259")]
    public async Task A_client_of_the_guide_renews_its_token_before_it_ends_and_handles_each_event_once(string kind)
    {
        await using var instance = await Instance.StartAsync(server, ("Auth__AccessTokenMinutes", "1"));
        var (token, user) = await SignInAsync(instance);
        await using var client = await EventClient.StartAsync(kind, instance, token);
        await PostAsync(instance, token, user);

        // Half a minute of real time: a client has no other clock.
        await client.ConnectsAgainAsync();
        await PostAsync(instance, token, user);

        await Probe.UntilAsync("everything has arrived", () => client.Ids.Count >= 2);
        client.Ids.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        client.Told.Should().NotContain("TOKEN_EXPIRED").And.NotContain("401");
    }

    [Theory]
    [InlineData("client")]
    [InlineData("stream")]
    [InlineData("hub")]
    public async Task The_guide_prints_the_programs_that_are_tested(string name) =>
        (await File.ReadAllTextAsync(Path.Combine(EventClient.Root, "docs", "guides", "events.md"))).Should()
            .Contain($"```js\n{await File.ReadAllTextAsync(Path.Combine(EventClient.Folder, $"{name}.mjs"))}```");

    private static async Task<(string Token, string User)> SignInAsync(Instance instance)
    {
        var session = await instance.Client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{ApiFixture.Admin}}","password":"{{ApiFixture.Password}}"}""");
        session.Status.Should().Be(200, session.ToString());
        return (session.Json.Text("data.attributes.accessToken")!, session.Json.Text("data.relationships.user.id")!);
    }

    private static async Task PostAsync(Instance instance, string token, string user)
    {
        var created = await instance.Client.AnswerAsync("POST", $"/api/v1/users/{user}/posts", """{"title":"Followed"}""", ("Authorization", $"Bearer {token}"));
        created.Status.Should().Be(201, created.ToString());
    }

    private async Task<string> LastAsync() => (await server.ReadAsync("select last::text from app.event_positions"))[0];
}
