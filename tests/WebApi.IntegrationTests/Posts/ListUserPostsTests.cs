using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class ListUserPostsTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    public async Task The_demo_data_has_200_posts_by_those_who_may_write_over_the_time_that_they_were_there()
    {
        (await api.ScalarAsync<string>(
            """
            select concat_ws(' ', count(*), count(distinct author_id), count(*) filter (where u.role = 'VIEWER'), count(*) filter (where p.created_at <= u.created_at or p.created_at >= now()))
            from posts.posts p join users.users u on u.id = p.author_id where p.title like '% #%'
            """)).Should().Be("200 43 0 0");
    }

    [Theory]
    [InlineData(ApiFixture.Viewer)]
    [InlineData(ApiFixture.Member)]
    [InlineData(ApiFixture.Admin)]
    [Trait("Requirement", "R28")]
    public async Task Everybody_reads_what_is_published_newest_first(string reader)
    {
        var author = await api.UserIdAsync("user01@acme.test");
        var body = await GetAsync(reader, PostsApi.PathOf(author));
        Times(body).Should().HaveCountGreaterThan(3).And.BeInDescendingOrder();
        body.At("data").EnumerateArray().Should().OnlyContain(post => post.Text("relationships.author.id") == author && post.Text("type") == "post");
        (body.At("meta.total").GetInt64(), body.At("meta.perPage").GetInt32()).Should().Be((body.At("data").GetArrayLength(), 20));
    }

    [Fact]
    public async Task Cursors_lead_to_every_post_once()
    {
        var path = await api.PathAsync("user02@acme.test");
        await api.WriteAsync(path, 7);
        var all = Ids(await GetAsync(ApiFixture.Viewer, path + "?limit=100"));
        List<string> seen = [];
        for (var next = path + "?limit=3"; next is not null;)
        {
            var page = await GetAsync(ApiFixture.Viewer, next);
            page.At("meta.total").GetInt32().Should().Be(all.Count);
            seen.AddRange(Ids(page));
            next = page.Text("links.next");
        }

        seen.Should().Equal(all).And.OnlyHaveUniqueItems().And.HaveCountGreaterThan(7);
        Ids(await GetAsync(ApiFixture.Viewer, path + "?orderBy=createdAt&orderDir=asc&limit=100")).Should().Equal(all.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Pages_have_numbers_where_they_are_asked_for()
    {
        var path = await api.PathAsync("user03@acme.test");
        await api.WriteAsync(path, 5);
        var all = Ids(await GetAsync(ApiFixture.Viewer, path));
        var second = await GetAsync(ApiFixture.Viewer, path + "?page=2&limit=4");
        Ids(second).Should().Equal(all.Skip(4).Take(4));
        (second.At("meta.page").GetInt32(), second.At("meta.totalPages").GetInt32()).Should().Be((2, (all.Count + 3) / 4));
        second.Text("links.first").Should().Be(path + "?limit=4&page=1");
        (await GetAsync(ApiFixture.Viewer, path + "?page=900")).At("meta.total").GetInt32().Should().Be(all.Count);
    }

    [Fact]
    public async Task The_total_is_omitted_on_request() =>
        (await GetAsync(ApiFixture.Viewer, await api.PathAsync("user04@acme.test") + "?total=false")).At("meta.total").ValueKind.Should().Be(JsonValueKind.Null);

    [Fact]
    public async Task A_user_who_wrote_nothing_has_an_empty_list()
    {
        var body = await GetAsync(ApiFixture.Viewer, await api.PathAsync("user05@acme.test"));
        (body.At("data").GetArrayLength(), body.At("meta.total").GetInt32(), body.Text("links.next")).Should().Be((0, 0, null));
    }

    [Fact]
    public async Task A_list_is_not_for_the_anonymous()
    {
        using var response = await api.Anonymous.GetAsync(await api.PathAsync(ApiFixture.Member));
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(ApiFixture.Viewer, "")]
    [InlineData(ApiFixture.Admin, "")]
    [InlineData(ApiFixture.Admin, "?page=1")]
    [InlineData(ApiFixture.Admin, "?page=7")]
    [InlineData(ApiFixture.Admin, "?total=false")]
    [Trait("Requirement", "R7")]
    public async Task The_posts_of_another_organization_s_user_are_not_found(string reader, string query)
    {
        var foreign = await api.UserIdAsync(ApiFixture.OtherAdmin);
        var (first, unknown) = await TryAsync(reader, PostsApi.PathOf(api.Unknown) + query);
        var (second, other) = await TryAsync(reader, PostsApi.PathOf(foreign) + query);
        (first, second).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        PostsApi.Anonymized(other).Should().Be(PostsApi.Anonymized(unknown));
        unknown.Text("error.message").Should().Be($"User with ID {api.Unknown} not found");
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task Another_organization_does_not_see_posts_that_there_are() =>
        (await TryAsync(ApiFixture.OtherAdmin, await api.PathAsync("user01@acme.test"))).Status.Should().Be(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("?limit=0", "limit OUT_OF_RANGE")]
    [InlineData("?limit=101", "limit OUT_OF_RANGE")]
    [InlineData("?page=1001", "page OUT_OF_RANGE")]
    [InlineData("?page=1&cursor=x", "page CONFLICT")]
    [InlineData("?cursor=x", "cursor INVALID_CURSOR")]
    [InlineData("?orderBy=title", "orderBy INVALID_VALUE")]
    [InlineData("?orderDir=up", "orderDir INVALID_VALUE")]
    public async Task A_wrong_query_is_422_with_the_field(string query, string error)
    {
        var (status, body) = await TryAsync(ApiFixture.Viewer, await api.PathAsync(ApiFixture.Member) + query);
        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        $"{body.Text("error.details.0.field")} {body.Text("error.details.0.code")}".Should().Be(error);
    }

    [Fact]
    public async Task A_cursor_of_one_user_s_list_does_not_fit_another_s()
    {
        var cursor = (await GetAsync(ApiFixture.Viewer, await api.PathAsync("user06@acme.test") + "?limit=1")).Text("meta.nextCursor");
        var (status, body) = await TryAsync(ApiFixture.Viewer, $"{await api.PathAsync("user07@acme.test")}?limit=1&cursor={cursor}");
        (status, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "INVALID_CURSOR"));
    }

    [Fact]
    [Trait("Requirement", "R239")]
    public async Task The_path_alone_selects_the_author()
    {
        var (author, other) = (await api.UserIdAsync("user06@acme.test"), await api.UserIdAsync("user07@acme.test"));
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        using var response = await client.GetAsync($"{PostsApi.PathOf(author)}?authorId={other}");
        (response.StatusCode, (await response.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "UNKNOWN_FIELD"));
    }

    [Fact]
    [Trait("Requirement", "R155")]
    [Trait("Requirement", "R18")]
    public async Task One_statement_lists_one_post_or_many()
    {
        var (few, many) = (await api.PathAsync("user08@acme.test"), await api.PathAsync("user09@acme.test"));
        await api.WriteAsync(many, 20);
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        await viewer.JsonAsync(few);
        foreach (var path in new[] { few + "?limit=1", few, many + "?limit=100", many + "?page=1&limit=25" })
        {
            (await api.SqlOfAsync(viewer, path)).Should().ContainSingle().Which.Should().Contain("posts.posts");
        }
    }

    private static List<string> Ids(JsonElement body) => [.. body.At("data").EnumerateArray().Select(post => post.Text("id")!)];

    private static IEnumerable<DateTimeOffset> Times(JsonElement body) =>
        body.At("data").EnumerateArray().Select(post => post.At("attributes.createdAt").GetDateTimeOffset());

    private async Task<JsonElement> GetAsync(string reader, string path)
    {
        using var client = await api.ClientAsync(reader);
        return await client.JsonAsync(path);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> TryAsync(string reader, string path)
    {
        using var client = await api.ClientAsync(reader);
        using var response = await client.GetAsync(path);
        return (response.StatusCode, await response.JsonAsync());
    }
}
