using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class PostAuthorTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    [Trait("Requirement", "R234")]
    public async Task An_author_is_embedded_on_request_with_nothing_but_name_and_picture()
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        var path = PostsApi.At(await api.StoreAsync(ApiFixture.Member, "PUBLISHED"));
        var name = await api.ScalarAsync<string>($"select name from users.users where email = '{ApiFixture.Member}'");
        (await viewer.JsonAsync(path + "?include=author")).At("data.relationships.author").GetRawText().Should().Be(
            $$$"""{"id":"{{{await api.UserIdAsync(ApiFixture.Member)}}}","type":"user","attributes":{"name":"{{{name}}}","avatarUrl":null,"deleted":false}}""");
        (await viewer.JsonAsync(path)).At("data.relationships.author").TryGetProperty("attributes", out _).Should().BeFalse();
    }

    [Fact]
    [Trait("Requirement", "R155")]
    public async Task Two_statements_list_one_post_with_its_author_or_a_hundred()
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        await viewer.JsonAsync(PostsApi.Posts + "?include=author&limit=1");
        foreach (var limit in new[] { 1, 20, 100 })
        {
            var statements = await api.SqlOfAsync(viewer, $"{PostsApi.Posts}?include=author&limit={limit}");
            statements.Should().HaveCount(2);
            (statements[0].Contains("posts.posts"), statements[1].Contains("users.users")).Should().Be((true, true));
        }

        var body = await viewer.JsonAsync(PostsApi.Posts + "?include=author&limit=100");
        body.At("data").EnumerateArray().Should().OnlyContain(post => (post.Text("relationships.author.attributes.name") == null) == post.At("relationships.author.attributes.deleted").GetBoolean());
    }

    [Fact]
    public async Task The_posts_of_somebody_who_has_left_stay_and_their_author_is_shown_as_deleted()
    {
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        const string Leaver = "user11@acme.test";
        var author = await api.UserIdAsync(Leaver);
        var (published, draft) = (await api.StoreAsync(Leaver, "PUBLISHED"), await api.StoreAsync(Leaver, "DRAFT"));
        (await admin.AnswerAsync("DELETE", $"/api/v1/users/{author}")).Status.Should().Be(204);
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);

        var author1 = (await viewer.JsonAsync(PostsApi.At(published) + "?include=author")).At("data.relationships.author").GetRawText();

        author1.Should().Be($$$"""{"id":"{{{author}}}","type":"user","attributes":{"name":null,"avatarUrl":null,"deleted":true}}""");
        (await viewer.JsonAsync(PostsApi.PathOf(author) + "?include=author")).At("data").EnumerateArray().Select(post => post.Text("id")).Should().Contain(published).And.NotContain(draft);
        (await admin.AnswerAsync("GET", PostsApi.At(draft))).Status.Should().Be(200);
        (await admin.AnswerAsync("POST", PostsApi.At(draft) + "/publish")).Status.Should().Be(200);
        (await admin.AnswerAsync("POST", PostsApi.PathOf(author), """{"title":"Too late"}""")).Status.Should().Be(404);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_key_reaches_what_its_scopes_do()
    {
        var (draft, other, published) = (await api.StoreAsync(ApiFixture.Admin, "DRAFT"), await api.StoreAsync(ApiFixture.Member, "DRAFT"), await api.StoreAsync(ApiFixture.Member, "PUBLISHED"));
        (await StatusesAsync(["posts:read"])).Should().Be("404 404 200 403 403 403");
        (await StatusesAsync(["posts:read", "users:read"])).Should().Be("404 404 200 200 403 403");
        (await StatusesAsync(["posts:read", "posts:update"])).Should().Be("200 404 200 403 403 403");
        (await StatusesAsync(["posts:read", "posts:update", "posts:manage"])).Should().Be("200 200 200 403 200 403");

        async Task<string> StatusesAsync(string[] scopes)
        {
            using var person = await api.ClientAsync(ApiFixture.Admin);
            using var created = await person.PostJsonAsync(ApiKeysApi.Keys, new { name = "Reader", scopes });
            using var key = api.CreateClient((await created.JsonAsync()).Text("data.attributes.key"));
            var answers = new[]
            {
                await key.AnswerAsync("GET", PostsApi.At(draft)), await key.AnswerAsync("GET", PostsApi.At(other)), await key.AnswerAsync("GET", PostsApi.At(published)),
                await key.AnswerAsync("GET", PostsApi.At(published) + "?include=author"), await key.AnswerAsync("PATCH", PostsApi.At(published), """{"body":"Text"}"""),
                await key.AnswerAsync("DELETE", PostsApi.At(published)),
            };
            answers.Where(answer => answer.Status == 403).Should().OnlyContain(answer => answer.Json.Text("error.details.0.code") == "INSUFFICIENT_SCOPE");
            return string.Join(' ', answers.Select(answer => answer.Status));
        }
    }

    [Fact]
    public async Task A_key_writes_as_its_owner()
    {
        using var person = await api.ClientAsync(ApiFixture.Admin);
        using var created = await person.PostJsonAsync(ApiKeysApi.Keys, new { name = "Writer", scopes = new[] { "posts:create" } });
        using var key = api.CreateClient((await created.JsonAsync()).Text("data.attributes.key"));
        (await key.AnswerAsync("POST", PostsApi.Posts, """{"title":"By a program"}""")).Json.Text("data.relationships.author.id").Should().Be(await api.UserIdAsync(ApiFixture.Admin));
    }
}
