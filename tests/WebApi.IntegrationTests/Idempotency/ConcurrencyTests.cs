using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>The same request several times at once.</summary>
public sealed class ConcurrencyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Senders = 100;

    [Theory]
    [Trait("Requirement", "R229")]
    [InlineData("users")]
    [InlineData("invitations")]
    public async Task Of_a_hundred_on_two_instances_one_is_carried_out_and_all_get_its_answer(string collection)
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        using var another = api.StartAnother().CreateDefaultClient();
        another.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var admin = api.CreateClient(token);
        var (key, path, email) = (KeyedCalls.NewKey(), $"/api/v1/{collection}", $"p{Guid.NewGuid():N}@acme.test");
        var body = collection == "users" ? $$"""{"email":"{{email}}","name":"Ada Lovelace","role":"MEMBER"}""" : $$"""{"email":"{{email}}"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, Senders).Select(number => (number % 2 == 0 ? admin : another).PostAsync(key, path, body)));

        answers.Where(answer => !answer.IsReplayed() && answer.Status != 409).Should().ContainSingle().Which.Status.Should().Be(201);
        var busy = answers.Where(answer => answer.Status == 409).ToList();
        busy.Where(answer => answer.IsReplayed() || answer.Header("Retry-After") != "1").Should().BeEmpty();
        answers.Except(busy).Select(KeyedCalls.Lasting).Distinct(StringComparer.Ordinal).Should().ContainSingle();
        (await admin.PostAsync(key, path, body)).IsReplayed().Should().BeTrue();
        (await api.ScalarAsync<long>($"select count(*) from {(collection == "users" ? "users.users" : "invitations.invitations")} where email = '{email}'")).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task While_the_first_runs_the_second_is_told_to_wait_and_nothing_is_lost()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, path, body) = (KeyedCalls.NewKey(), $"{KeyedCalls.Users}/{await api.UserIdAsync(ApiFixture.Viewer)}", """{"bio":"Slow"}""");
        await using var blocking = await BlockAsync();
        var first = admin.SendAsync(key, "PATCH", path, body);
        await Probe.UntilAsync("the first waits", async () => await WaitingAsync() == 1);
        var second = await admin.SendAsync(key, "PATCH", path, body);
        second.ShouldBeError(409, "CONFLICT").Text("details.0.code").Should().Be("REQUEST_IN_PROGRESS");
        second.Header("Retry-After").Should().Be("1");
        await blocking.DisposeAsync();
        var answer = await first;
        (answer.Status, answer.IsReplayed()).Should().Be((200, false));
        (await admin.SendAsync(key, "PATCH", path, body)).IsReplayed().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_request_whose_server_dies_in_the_middle_is_carried_out_when_it_comes_again()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, path, body) = (KeyedCalls.NewKey(), $"{KeyedCalls.Users}/{await api.UserIdAsync(ApiFixture.Viewer)}", """{"bio":"Interrupted"}""");
        await using var blocking = await BlockAsync();
        var first = admin.SendAsync(key, "PATCH", path, body);
        await Probe.UntilAsync("the first waits", async () => await WaitingAsync() == 1);
        await api.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        (await first).Status.Should().BeGreaterThanOrEqualTo(500);
        await blocking.DisposeAsync();
        var answer = await admin.SendAsync(key, "PATCH", path, body);
        (answer.Status, answer.IsReplayed()).Should().Be((200, false));
    }

    private Task<long> WaitingAsync() => api.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    // Holds the row that is to be changed, until it is disposed of.
    private async Task<Npgsql.NpgsqlConnection> BlockAsync()
    {
        var connection = await api.Owner.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; select 1 from users.users where email = '{ApiFixture.Viewer}' for update";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
