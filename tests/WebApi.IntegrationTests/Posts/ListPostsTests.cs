using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class ListPostsTests(PostsApi api) : IClassFixture<PostsApi>
{
    private const string Tag = "?total=true&limit=100&search=";

    [Fact]
    public async Task A_search_finds_title_and_body_in_any_case_and_spelling()
    {
        var title = await api.StoreAsync(ApiFixture.Member, "PUBLISHED", "Zo\u00eb Stra\u00dfe");
        var body = await api.StoreAsync(ApiFixture.Member, "PUBLISHED", "Other", "100%_ of the *qu\u00fcxz*");
        (await IdsAsync(ApiFixture.Viewer, Tag + "ZOE\u0308%20STRASSE")).Should().Equal(title);
        (await IdsAsync(ApiFixture.Viewer, Tag + "QU\u00dcXZ")).Should().Equal(body);
        (await IdsAsync(ApiFixture.Viewer, Tag + "0%25_%20o")).Should().Equal(body);
        (await IdsAsync(ApiFixture.Viewer, Tag + "zo%25stra")).Should().BeEmpty();
    }

    [Fact]
    public async Task Filters_narrow_the_list_together()
    {
        var start = api.Clock.GetUtcNow();
        var draft = await api.StoreAsync(ApiFixture.Member, "DRAFT", "Filtered");
        var published = await api.StoreAsync(ApiFixture.Admin, "PUBLISHED", "Filtered");
        var archived = await api.StoreAsync(ApiFixture.Member, "ARCHIVED", "Filtered");
        var author = await api.UserIdAsync(ApiFixture.Member);
        var (before, after) = (Uri.EscapeDataString($"{start.AddSeconds(-1):O}"), Uri.EscapeDataString($"{start.AddHours(1):O}"));
        string[] all = [draft, published, archived];
        foreach (var (filter, expected) in new (string, string[])[]
        {
            ("", all), ("&status=DRAFT", [draft]), ("&status=PUBLISHED", [published]), ("&status=ARCHIVED", [archived]),
            ($"&authorId={author}", [draft, archived]), ($"&authorId={author}&status=ARCHIVED", [archived]), ($"&authorId={api.Unknown}", []),
            ($"&createdAfter={before}", all), ($"&createdAfter={after}", []), ($"&createdBefore={after}", all), ($"&createdBefore={before}", []),
            ($"&updatedAfter={before}", all), ($"&updatedAfter={after}", []), ($"&updatedBefore={after}", all), ($"&updatedBefore={before}", []),
        })
        {
            (await IdsAsync(ApiFixture.Admin, Tag + "filtered" + filter)).Should().BeEquivalentTo(expected, "of {0}", filter);
        }

        (await IdsAsync(ApiFixture.Member, Tag + "filtered")).Should().BeEquivalentTo(all, "a member reads what is published and what they wrote");
        (await IdsAsync(ApiFixture.Viewer, Tag + "filtered")).Should().Equal(published);
        (await IdsAsync("user01@acme.test", Tag + "filtered")).Should().Equal(published);
        (await IdsAsync(ApiFixture.OtherAdmin, Tag + "filtered")).Should().BeEmpty();
        (await IdsAsync(ApiFixture.Viewer, $"?authorId={author}&status=DRAFT")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("title", "asc")]
    [InlineData("title", "desc")]
    [InlineData("createdAt", "asc")]
    [InlineData("updatedAt", "desc")]
    public async Task Every_order_goes_over_all_pages_without_gaps(string orderBy, string orderDir)
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        List<JsonElement> read = [];
        var total = 0;
        for (var next = $"{PostsApi.Posts}?limit=37&orderBy={orderBy}&orderDir={orderDir}"; next is not null;)
        {
            var page = await client.JsonAsync(next);
            total = page.At("meta.total").GetInt32();
            read.AddRange(page.At("data").EnumerateArray());
            next = page.Text("links.next");
        }

        read.Select(post => post.Text("id")).Should().OnlyHaveUniqueItems().And.HaveCount(total).And.HaveCountGreaterThan(150);
        read.Should().OnlyContain(post => post.Text("attributes.status") == "PUBLISHED");
        if (orderBy != "title")
        {
            var times = read.Select(post => post.At($"attributes.{orderBy}").GetDateTimeOffset());
            _ = orderDir == "asc" ? times.Should().BeInAscendingOrder() : times.Should().BeInDescendingOrder();
        }

        var numbered = await client.JsonAsync($"{PostsApi.Posts}?page=2&limit=37&orderBy={orderBy}&orderDir={orderDir}");
        numbered.At("data").EnumerateArray().Select(post => post.Text("id")).Should().Equal(read.Skip(37).Take(37).Select(post => post.Text("id")));
    }

    [Theory]
    [InlineData("?orderBy=status", "orderBy INVALID_VALUE")]
    [InlineData("?status=GONE", "status INVALID_VALUE")]
    [InlineData("?authorId=usr_x", "authorId INVALID_FORMAT")]
    [InlineData("?include=organization", "include INVALID_VALUE")]
    [InlineData("?author=x", "author UNKNOWN_FIELD")]
    [InlineData("?createdAfter=yesterday", "createdAfter INVALID_FORMAT")]
    public async Task A_wrong_query_is_422_with_the_field(string query, string error)
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        using var response = await client.GetAsync(PostsApi.Posts + query);
        var body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        $"{body.Text("error.details.0.field")} {body.Text("error.details.0.code")}".Should().Be(error);
    }

    private async Task<List<string>> IdsAsync(string reader, string query)
    {
        using var client = await api.ClientAsync(reader);
        return [.. (await client.JsonAsync(PostsApi.Posts + query)).At("data").EnumerateArray().Select(post => post.Text("id")!)];
    }
}
