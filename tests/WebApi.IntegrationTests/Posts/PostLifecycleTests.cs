using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class PostLifecycleTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    [Trait("Requirement", "R31")]
    [Trait("Requirement", "R234")]
    public async Task A_post_is_written_published_archived_and_deleted_and_every_step_is_an_event_and_an_audit_entry()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var created = await member.PostJsonAsync(PostsApi.Posts, new { title = " Draft ", body = "# e\u0301" });
        var body = await created.JsonAsync();
        var (id, path) = (body.Text("data.id")!, created.Headers.Location!.ToString());
        (created.StatusCode, path, body.Text("data.attributes.status")).Should().Be((HttpStatusCode.Created, PostsApi.At(id), "DRAFT"));
        (body.Text("data.attributes.title"), body.Text("data.attributes.body")).Should().Be(("Draft", "# \u00e9"));
        body.Text("data.relationships.author.id").Should().Be(await api.UserIdAsync(ApiFixture.Member));

        (await member.AnswerAsync("PATCH", path, """{"title":"Final"}""")).Json.Text("data.attributes.title").Should().Be("Final");
        (await member.AnswerAsync("POST", path + "/publish")).Json.Text("data.attributes.status").Should().Be("PUBLISHED");
        (await member.AnswerAsync("POST", path + "/archive")).Json.Text("data.attributes.status").Should().Be("ARCHIVED");
        (await member.AnswerAsync("DELETE", path)).Status.Should().Be(204);
        foreach (var (method, at) in new[] { ("GET", ""), ("DELETE", ""), ("POST", "/publish") })
        {
            (await member.AnswerAsync(method, path + at)).Status.Should().Be(404);
        }

        (await api.EventsAsync(id)).Should().Be("post.created.v1 post.updated.v1 post.published.v1 post.archived.v1 post.deleted.v1");
        (await api.AuditAsync(id)).Should().Be(
            "post.created SUCCEEDED, post.updated SUCCEEDED, post.published SUCCEEDED, post.archived SUCCEEDED, post.deleted SUCCEEDED");
        (await api.ScalarAsync<long>($"select count(*) from posts.posts where title = 'Final' and deleted_at is not null")).Should().Be(1, "it is deleted softly");
    }

    [Fact]
    public async Task A_post_can_be_published_with_its_creation()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var created = await member.PostJsonAsync(PostsApi.Posts, new { title = "At once", status = "PUBLISHED" });
        var body = await created.JsonAsync();
        (body.Text("data.attributes.status"), created.Headers.ETag!.Tag).Should().Be(("PUBLISHED", "\"1\""));
        (await api.EventsAsync(body.Text("data.id")!)).Should().Be("post.created.v1 post.published.v1");
    }

    [Fact]
    public async Task A_step_that_was_taken_changes_nothing()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var id = await api.StoreAsync(ApiFixture.Member, "PUBLISHED");
        var again = await member.AnswerAsync("POST", PostsApi.At(id) + "/publish");
        (again.Status, again.Headers["ETag"]).Should().Be((200, "\"1\""));
        (await api.EventsAsync(id)).Should().BeNull();
        (await api.AuditAsync(id)).Should().BeNull();
    }

    [Fact]
    public async Task An_archived_post_is_edited_after_it_is_published_again()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var path = PostsApi.At(await api.StoreAsync(ApiFixture.Member, "ARCHIVED"));
        foreach (var method in new[] { "PATCH", "PUT" })
        {
            var refused = await member.AnswerAsync(method, path, """{"title":"Next"}""");
            (refused.Status, refused.Code, refused.Json.Text("error.details.0.code")).Should().Be((409, "CONFLICT", "POST_ARCHIVED"));
        }

        (await member.AnswerAsync("POST", path + "/publish")).Status.Should().Be(200);
        (await member.AnswerAsync("PATCH", path, """{"title":"Next","body":null}""")).Json.Text("data.attributes.body").Should().Be("");
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_and_its_read_only_fields_cannot_change()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var path = PostsApi.At(await api.StoreAsync(ApiFixture.Member, "PUBLISHED"));
        var read = (await member.JsonAsync(path)).At("data.attributes").GetRawText();
        (await member.AnswerAsync("PUT", path, read)).Json.At("data.attributes").GetRawText().Should().Be(read);

        var changed = await member.AnswerAsync("PUT", path, """{"title":"T","status":"DRAFT","createdAt":"2020-01-01T00:00:00Z","updatedAt":"2020-01-01T00:00:00Z"}""");
        (changed.Status, Details(changed.Json)).Should().Be((422, "status READ_ONLY, createdAt READ_ONLY, updatedAt READ_ONLY"));
        (await member.AnswerAsync("PUT", path, """{"title":"Alone"}""")).Json.Text("data.attributes.body").Should().Be("");
    }

    [Theory]
    [InlineData("PATCH", """{"title":null}""", "title REQUIRED")]
    [InlineData("PATCH", """{"title":" ","body":"nul\u0000"}""", "title BLANK, body INVALID_FORMAT")]
    [InlineData("PATCH", """{"status":"PUBLISHED"}""", "status UNKNOWN_FIELD")]
    [InlineData("PATCH", """{"authorId":"usr_01h455vb4pex5vsknk084sn02q"}""", "authorId UNKNOWN_FIELD")]
    [InlineData("PUT", "{}", "title REQUIRED")]
    [InlineData("PUT", """{"title":"T","status":null}""", "status READ_ONLY")]
    [InlineData("PUT", """{"title":"T","deletedAt":null}""", "deletedAt UNKNOWN_FIELD")]
    public async Task A_wrong_body_is_422_with_its_fields(string method, string json, string errors)
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var answer = await member.AnswerAsync(method, PostsApi.At(await api.StoreAsync(ApiFixture.Member, "DRAFT")), json);
        (answer.Status, Details(answer.Json)).Should().Be((422, errors));
    }

    [Theory]
    [InlineData("PUT", "", """{"title":"T"}""")]
    [InlineData("PATCH", "", """{"title":"T"}""")]
    [InlineData("DELETE", "", null)]
    [InlineData("POST", "/publish", null)]
    [InlineData("POST", "/archive", null)]
    public async Task Every_write_heeds_If_Match(string method, string verb, string? json)
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var id = await api.StoreAsync(ApiFixture.Member, "DRAFT");
        Task<Answer> SendAsync(string tag) => json is null
            ? member.AnswerAsync(method, PostsApi.At(id) + verb, ("If-Match", tag))
            : member.AnswerAsync(method, PostsApi.At(id) + verb, json, ("If-Match", tag));

        (await SendAsync("\"2\"")).Status.Should().Be(412);
        (await api.EventsAsync(id)).Should().BeNull();
        (await SendAsync("\"1\"")).Status.Should().BeOneOf(200, 204);
    }

    [Fact]
    public async Task A_version_that_the_client_has_is_304()
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        (await viewer.AnswerAsync("GET", PostsApi.At(await api.StoreAsync(ApiFixture.Member, "PUBLISHED")), ("If-None-Match", "\"1\""))).Status.Should().Be(304);
    }

    [Fact]
    public async Task A_post_that_is_sent_again_is_one_post()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var key = $"\"{Guid.NewGuid()}\"";
        var first = await member.AnswerAsync("POST", PostsApi.Posts, """{"title":"Once only"}""", ("Idempotency-Key", key));
        var second = await member.AnswerAsync("POST", PostsApi.Posts, """{"title":"Once only"}""", ("Idempotency-Key", key));
        (first.Status, second.Status, second.Headers["Idempotency-Replayed"]).Should().Be((201, 201, "true"));
        second.Json.Text("data.id").Should().Be(first.Json.Text("data.id"));
        (await api.ScalarAsync<long>("select count(*) from posts.posts where title = 'Once only'")).Should().Be(1);
    }

    private static string Details(JsonElement body) =>
        string.Join(", ", body.At("error.details").EnumerateArray().Select(detail => $"{detail.Text("field")} {detail.Text("code")}"));
}
