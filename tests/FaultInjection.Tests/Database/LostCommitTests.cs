using CleanApi.WebApi.IntegrationTests.Idempotency;

namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>The connection to the database is lost at a commit: nobody knows whether it was made. The same request with the same key finds out.</summary>
public sealed class LostCommitTests : IAsyncLifetime
{
    private Server server = null!;
    private CuttingProxy proxy = null!;
    private Instance instance = null!;

    public async Task InitializeAsync()
    {
        server = await Server.StartAsync();
        proxy = CuttingProxy.Start(server);
        instance = await Instance.StartAsync(("ConnectionStrings__CleanApi", proxy.Through(server)), ("ConnectionStrings__CleanApiOwner", server.Owner));
    }

    public async Task DisposeAsync()
    {
        await instance.DisposeAsync();
        await proxy.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(CommitCut.BeforeTheServer, 0)]
    [InlineData(CommitCut.AfterTheServer, 1)]
    [Trait("Requirement", "R229")]
    [Trait("Requirement", "R254")]
    public async Task A_request_that_is_sent_again_is_carried_out_once_and_answered(CommitCut cut, int stored)
    {
        var member = await instance.SignInAsync();
        var title = $"Lost {cut}";
        proxy.CutNext(title, cut);

        (await PostAsync(member, title)).ShouldBeError(503, "SERVICE_UNAVAILABLE");

        proxy.Cuts.Should().Be(1);
        (await StoredAsync(title)).Should().HaveCount(stored);
        var again = await PostAsync(member, title);
        again.Status.Should().Be(201, again.ToString());
        again.IsReplayed().Should().Be(cut == CommitCut.AfterTheServer);
        (await StoredAsync(title)).Should().HaveCount(1);
        var read = await instance.Client.AnswerAsync("GET", $"/api/v1/posts/{again.Json.Text("data.id")}", member.Authorization);
        read.Json.Text("data.attributes.title").Should().Be(title);
    }

    private Task<Answer> PostAsync(Member member, string title) =>
        instance.Client.AnswerAsync("POST", member.Posts, $$"""{"title":"{{title}}"}""", member.Authorization, ("Idempotency-Key", title.Replace(' ', '-')));

    private Task<List<string>> StoredAsync(string title) => server.ReadAsync($"select id::text from posts.posts where title = '{title}'");
}
