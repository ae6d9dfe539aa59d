using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>What a client gets that sends a request again.</summary>
public sealed class ReplayTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R229")]
    public async Task The_same_request_is_carried_out_once_and_answered_alike()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        var first = await admin.PostAsync(key, KeyedCalls.Users, body);
        (first.Status, first.IsReplayed()).Should().Be((201, false));
        var second = await admin.PostAsync(key, KeyedCalls.Users, body);
        second.IsReplayed().Should().BeTrue();
        second.Lasting().Should().Be(first.Lasting());
        second.RequestId.Should().NotBe(first.RequestId).And.Be(second.Json.Text("meta.requestId"));
        (await api.UsersOfAsync(body)).Should().Be(1);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where target_id = '{first.Json.Text("data.id")}'")).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_change_that_is_sent_again_does_not_undo_a_later_one()
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        var key = KeyedCalls.NewKey();
        var first = await viewer.SendAsync(key, "PATCH", KeyedCalls.Me, """{"bio":"Before"}""");
        (await viewer.AnswerAsync("PATCH", KeyedCalls.Me, """{"bio":"After"}""")).Status.Should().Be(200);
        (await viewer.SendAsync(key, "PATCH", KeyedCalls.Me, """{"bio":"Before"}""")).Lasting().Should().Be(first.Lasting());
        (await viewer.JsonAsync(KeyedCalls.Me)).Text("data.attributes.bio").Should().Be("After");
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_key_is_for_one_request()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        (await admin.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(201);
        foreach (var other in (string[])[KeyedCalls.NewUser(), body + " ", body.Replace("MEMBER", "VIEWER", StringComparison.Ordinal)])
        {
            var error = (await admin.PostAsync(key, KeyedCalls.Users, other)).ShouldBeError(422, "VALIDATION_ERROR");
            (error.Text("details.0.field"), error.Text("details.0.code")).Should().Be((KeyedCalls.Header, "IDEMPOTENCY_KEY_REUSED"));
        }

        var typed = new HttpRequestMessage(HttpMethod.Post, KeyedCalls.Users) { Content = Calls.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json; charset=utf-8") };
        (await admin.AnswerAsync(typed.With((KeyedCalls.Header, key)))).ShouldBeError(422, "VALIDATION_ERROR");
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task The_same_key_is_another_one_for_another_path_and_method()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, body) = (KeyedCalls.NewKey(), """{"bio":"One"}""");
        var id = await api.UserIdAsync(ApiFixture.Admin);
        foreach (var path in (string[])[KeyedCalls.Me, $"{KeyedCalls.Users}/{id}"])
        {
            var answer = await admin.SendAsync(key, "PATCH", path, body);
            (answer.Status, answer.IsReplayed()).Should().Be((200, false));
        }

        (await admin.SendAsync(key, "POST", KeyedCalls.Users, KeyedCalls.NewUser())).IsReplayed().Should().BeFalse();
    }

    [Fact]
    [Trait("Requirement", "R229")]
    [Trait("Requirement", "R185")]
    public async Task The_same_key_is_another_one_for_another_caller_and_tenant()
    {
        var key = KeyedCalls.NewKey();
        List<string?> ids = [];
        foreach (var email in (string[])[ApiFixture.Admin, ApiFixture.Member, ApiFixture.OtherAdmin])
        {
            using var client = await api.ClientAsync(email);
            var answer = await client.SendAsync(key, "PATCH", KeyedCalls.Me, """{"bio":"Mine"}""");
            (answer.Status, answer.IsReplayed()).Should().Be((200, false));
            ids.Add(answer.Json.Text("data.id"));
        }

        ids.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task An_api_key_is_another_caller_than_its_owner()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var created = await admin.AnswerAsync("POST", "/api/v1/api-keys", """{"name":"Import"}""");
        using var program = api.CreateClient(created.Json.Text("data.attributes.key"));
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        (await program.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(201);
        (await program.PostAsync(key, KeyedCalls.Users, body)).IsReplayed().Should().BeTrue();
        var owner = await admin.PostAsync(key, KeyedCalls.Users, body);
        (owner.Status, owner.IsReplayed()).Should().Be((409, false));
    }

    [Theory]
    [Trait("Requirement", "R229")]
    [InlineData("{0}", "\"{0}\"")]
    [InlineData("\"a \\\"{0}\\\" \\\\\"", "a \"{0}\" \\")]
    public async Task Quotes_around_a_key_are_not_part_of_it(string one, string other)
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        (await admin.PostAsync(string.Format(null, one, key), KeyedCalls.Users, body)).Status.Should().Be(201);
        (await admin.PostAsync(string.Format(null, other, key), KeyedCalls.Users, body)).IsReplayed().Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_refusal_by_the_state_of_things_stays_the_answer()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        var user = await admin.AnswerAsync("POST", KeyedCalls.Users, body);
        var first = await admin.PostAsync(key, KeyedCalls.Users, body);
        first.ShouldBeError(409, "DUPLICATE_VALUE");
        (await admin.AnswerAsync("DELETE", $"{KeyedCalls.Users}/{user.Json.Text("data.id")}")).Status.Should().Be(204);
        var second = await admin.PostAsync(key, KeyedCalls.Users, body);
        (second.Lasting(), second.IsReplayed()).Should().Be((first.Lasting(), true));
        (await admin.PostAsync(KeyedCalls.NewKey(), KeyedCalls.Users, body)).Status.Should().Be(201);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task What_was_not_carried_out_leaves_its_key_free()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        var (key, body, before) = (KeyedCalls.NewKey(), KeyedCalls.NewUser(), await api.StoredAsync());
        (await admin.PostAsync(key, KeyedCalls.Users, """{"name":"No address"}""")).Status.Should().Be(422);
        (await admin.PostAsync(key, KeyedCalls.Users, "{")).Status.Should().Be(400);
        (await viewer.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(403);
        (await api.Anonymous.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(401);
        (await api.StoredAsync()).Should().Be(before);
        var answer = await admin.PostAsync(key, KeyedCalls.Users, body);
        (answer.Status, answer.IsReplayed()).Should().Be((201, false));
    }

    [Theory]
    [Trait("Requirement", "R229")]
    [InlineData("GET", "")]
    [InlineData("PUT", """{"name":"Viewer of Acme","role":"VIEWER"}""")]
    public async Task Other_methods_take_no_notice_of_a_key(string method, string body)
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        var path = $"{KeyedCalls.Users}/{await api.UserIdAsync(ApiFixture.Viewer)}";
        var before = await api.StoredAsync();
        foreach (var key in (string[])["one", "one", "\""])
        {
            var answer = body.Length == 0 ? await viewer.AnswerAsync(method, path, (KeyedCalls.Header, key)) : await viewer.SendAsync(key, method, path, body);
            (answer.Status, answer.IsReplayed()).Should().Be((200, false));
        }

        (await api.StoredAsync()).Should().Be(before);
    }
}
