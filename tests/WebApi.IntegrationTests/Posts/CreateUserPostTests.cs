using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class CreateUserPostTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    [Trait("Requirement", "R29")]
    [Trait("Requirement", "R234")]
    public async Task A_member_writes_a_post_of_their_own()
    {
        var author = await api.UserIdAsync(ApiFixture.Member);
        var (response, body) = await PostAsync(ApiFixture.Member, PostsApi.PathOf(author), new { title = " Title ", body = "Two\nlines", status = "PUBLISHED" });
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var id = body.Text("data.id");
        id.Should().StartWith("post_");
        response.Headers.Location.Should().Be($"/api/v1/posts/{id}");
        response.Headers.ETag!.Tag.Should().Be("\"1\"");
        (body.Text("data.type"), body.Text("data.attributes.title"), body.Text("data.attributes.body")).Should().Be(("post", "Title", "Two\nlines"));
        body.At("data.attributes.createdAt").GetDateTimeOffset().Should().Be(body.At("data.attributes.updatedAt").GetDateTimeOffset());
        body.At("data.relationships.author").GetRawText().Should().Be($$"""{"id":"{{author}}","type":"user"}""");
        body.Text("data.relationships.organization.type").Should().Be("organization");
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        (await viewer.JsonAsync(PostsApi.PathOf(author))).At("data.0").GetRawText().Should().Be(body.At("data").GetRawText());
    }

    [Fact]
    public async Task An_administrator_writes_in_the_name_of_another_and_is_the_actor()
    {
        var author = await api.UserIdAsync(ApiFixture.Viewer);
        var (response, body) = await PostAsync(ApiFixture.Admin, PostsApi.PathOf(author), new { title = "For you" });
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        (body.Text("data.relationships.author.id"), body.Text("data.attributes.body")).Should().Be((author, ""));
        (await AuditAsync($"target_id = '{body.Text("data.id")}'")).Should().Be($"post.created SUCCEEDED post For you {await UuidAsync(ApiFixture.Admin)}");
    }

    [Fact]
    public async Task Creating_a_post_requires_a_credential()
    {
        using var response = await api.Anonymous.PostJsonAsync(await api.PathAsync(ApiFixture.Member), new { title = "Title" });
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_viewer_writes_nothing_not_even_as_themselves_and_the_attempt_is_kept()
    {
        var self = await api.UserIdAsync(ApiFixture.Viewer);
        var (response, body) = await PostAsync(ApiFixture.Viewer, PostsApi.PathOf(self), new { title = "Title" });
        (response.StatusCode, body.Text("error.code")).Should().Be((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR"));
        (await AuditAsync($"outcome = 'DENIED' and target_id = '{self}'")).Should().StartWith("post.created DENIED");
    }

    [Fact]
    public async Task A_member_cannot_create_posts_of_another_author_existing_or_not()
    {
        foreach (var path in new[] { await api.PathAsync(ApiFixture.Admin), await api.PathAsync(ApiFixture.OtherAdmin), PostsApi.PathOf(api.Unknown) })
        {
            var (response, body) = await PostAsync(ApiFixture.Member, path, new { title = "Title" });
            (response.StatusCode, body.Text("error.message")).Should().Be((HttpStatusCode.Forbidden, "Insufficient permissions"));
        }
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task A_user_of_another_organization_is_not_found()
    {
        var foreign = await api.UserIdAsync(ApiFixture.OtherAdmin);
        var (first, unknown) = await PostAsync(ApiFixture.Admin, PostsApi.PathOf(api.Unknown), new { title = "Title" });
        var (second, other) = await PostAsync(ApiFixture.Admin, PostsApi.PathOf(foreign), new { title = "Title" });
        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        PostsApi.Anonymized(other).Should().Be(PostsApi.Anonymized(unknown));
        (await api.ScalarAsync<long>("select count(*) from posts.posts where organization_id <> (select organization_id from users.users where email = 'admin@acme.test')"))
            .Should().Be(0);
    }

    [Theory]
    [InlineData("{}", "title REQUIRED")]
    [InlineData("""{"title":null}""", "title REQUIRED")]
    [InlineData("""{"title":" "}""", "title BLANK")]
    [InlineData("""{"title":"a\nb"}""", "title INVALID_FORMAT")]
    [InlineData("""{"title":1}""", "title INVALID_TYPE")]
    [InlineData("""{"title":"T","status":"ARCHIVED"}""", "status INVALID_VALUE")]
    [InlineData("""{"title":"T","authorId":"usr_01h455vb4pex5vsknk084sn02q"}""", "authorId UNKNOWN_FIELD")]
    [InlineData("""{"title":"T","id":"usr_01h455vb4pex5vsknk084sn02q"}""", "id UNKNOWN_FIELD")]
    [InlineData("""{"title":"T","organizationId":"org_01h455vb4pex5vsknk084sn02q"}""", "organizationId UNKNOWN_FIELD")]
    public async Task A_wrong_body_is_422_with_the_field(string json, string error)
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var response = await member.PostTextAsync(await api.PathAsync(ApiFixture.Member), json);
        var body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        $"{body.Text("error.details.0.field")} {body.Text("error.details.0.code")}".Should().Be(error);
        body.At("error.details").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Lengths_are_those_of_the_database_too()
    {
        var path = await api.PathAsync(ApiFixture.Member);
        var (longest, _) = await PostAsync(ApiFixture.Member, path, new { title = Of("😀", 200), body = Of("😀", 20_000) });
        longest.StatusCode.Should().Be(HttpStatusCode.Created);
        var (longer, body) = await PostAsync(ApiFixture.Member, path, new { title = Of("a", 201), body = Of("a", 20_001) });
        longer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.At("error.details").EnumerateArray().Select(detail => $"{detail.Text("field")} {detail.Text("code")}").Should().Equal("title TOO_LONG", "body TOO_LONG");
    }

    [Fact]
    public async Task A_malformed_user_id_is_422()
    {
        var (response, _) = await PostAsync(ApiFixture.Member, PostsApi.PathOf("usr_nobody"), new { title = "Title" });
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    private static string Of(string character, int count) => string.Concat(Enumerable.Repeat(character, count));

    private Task<Guid> UuidAsync(string email) => api.ScalarAsync<Guid>($"select id from users.users where email = '{email}'");

    private Task<string?> AuditAsync(string where) => api.ScalarAsync<string>(
        $"select concat_ws(' ', action, outcome, target_type, changes #>> '{{title,to}}', actor_id) from auditing.audit_logs where {where}");

    private async Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string email, string path, object content)
    {
        using var client = await api.ClientAsync(email);
        using var response = await client.PostJsonAsync(path, content);
        return (response, await response.JsonAsync());
    }
}
