using System.Text.Json;
using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersPagesTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R44")]
    [Trait("Requirement", "R45")]
    [Trait("Requirement", "R46")]
    [Trait("Requirement", "R47")]
    public async Task Pages_have_numbers_a_count_and_five_links()
    {
        // 54 people: 3, 50 further ones, and one who is in Globex too.
        var first = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?limit=25&page=1");
        first.Body.At("meta").EnumerateObject().Select(member => member.Name).Should().Equal("total", "perPage", "hasMore", "nextCursor", "page", "totalPages", "requestId");
        (first.Body.At("meta.hasMore").GetBoolean(), first.Body.At("meta.nextCursor").ValueKind).Should().Be((true, JsonValueKind.Null));
        first.Headers["Link"].Should().Be($"<{At(1)}>; rel=\"first\", <{At(2)}>; rel=\"next\", <{At(3)}>; rel=\"last\"");
        Meta(first).Should().Be((54, 1, 25, 3));
        first.Body.At("links").EnumerateObject().Select(member => member.Name).Should().Equal("self", "first", "prev", "next", "last");
        Links(first).Should().Be((At(1), At(1), null, At(2), At(3)));
        var second = await api.GetAsync(ApiFixture.Member, At(2));
        Links(second).Should().Be((At(2), At(1), At(1), At(3), At(3)));
        var last = await api.GetAsync(ApiFixture.Member, At(3));
        Links(last).Should().Be((At(3), At(1), At(2), null, At(3)));
        Meta(last).Should().Be((54, 3, 25, 3));
        first.Ids.Concat(second.Ids).Concat(last.Ids).Should().Equal((await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?limit=100")).Ids);
        static string At(int page) => $"{UsersApi.Path}?limit=25&page={page}";
    }

    [Fact]
    [Trait("Requirement", "R46")]
    [Trait("Requirement", "R169")]
    public async Task A_page_beyond_the_last_is_empty_and_says_where_the_last_is()
    {
        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?page=1000&limit=20");
        page.Ids.Should().BeEmpty();
        Meta(page).Should().Be((54, 1000, 20, 3));
        (page.Text("links.prev"), page.Text("links.next"), page.Text("links.last"))
            .Should().Be((UsersApi.Path + "?limit=20&page=3", null, UsersApi.Path + "?limit=20&page=3"));
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(100, 1)]
    [InlineData(52, 2)]
    [InlineData(20, 3)]
    [InlineData(1, 54)]
    [Trait("Requirement", "R45")]
    public async Task The_number_of_pages_is_rounded_up(int limit, int pages)
    {
        var page = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?page=1&limit={limit}");
        Meta(page).Should().Be((54, 1, limit, pages));
        (page.Text("links.next") is null).Should().Be(pages == 1);
    }

    [Fact]
    [Trait("Requirement", "R46")]
    public async Task An_empty_list_has_no_page_before_or_after()
    {
        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?page=1&search=nobody-has-this");
        Meta(page).Should().Be((0, 1, 20, 0));
        Links(page).Prev.Should().BeNull();
        Links(page).Next.Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "R47")]
    public async Task Links_keep_the_query_as_it_was_sent()
    {
        const string Query = "search=demo%20user&role=MEMBER&orderBy=name&orderDir=asc&limit=9";
        var numbered = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{Query}&page=2&include=organization");
        Links(numbered).Should().Be((
            $"{UsersApi.Path}?{Query}&page=2&include=organization", $"{UsersApi.Path}?{Query}&include=organization&page=1",
            $"{UsersApi.Path}?{Query}&include=organization&page=1", $"{UsersApi.Path}?{Query}&include=organization&page=3",
            $"{UsersApi.Path}?{Query}&include=organization&page=5"));
        var first = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{Query}");
        first.Text("links.next").Should().Be($"{UsersApi.Path}?{Query}&cursor={first.Text("meta.nextCursor")}");
        var second = await api.GetAsync(ApiFixture.Member, first.Text("links.next")!);
        (second.Text("links.self"), second.Text("links.first")).Should().Be((first.Text("links.next"), $"{UsersApi.Path}?{Query}"));
        second.Text("links.next").Should().Be($"{UsersApi.Path}?{Query}&cursor={second.Text("meta.nextCursor")}");
    }

    [Theory]
    [InlineData("page=1&cursor=x", "page CONFLICT", "cursor INVALID_CURSOR")]
    [InlineData("page=0", "page OUT_OF_RANGE")]
    [InlineData("page=-1", "page OUT_OF_RANGE")]
    [InlineData("page=1001", "page OUT_OF_RANGE")]
    [InlineData("page=two", "page INVALID_TYPE")]
    [InlineData("page=1.5", "page INVALID_TYPE")]
    [InlineData("page=1&page=2", "page UNKNOWN_FIELD")]
    [Trait("Requirement", "R169")]
    public async Task A_wrong_page_is_422(string query, params string[] errors) =>
        (await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?{query}"))
            .ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid query parameters").FieldErrors.Should().Equal(errors);

    private static (long Total, int Page, int PerPage, long TotalPages) Meta(Answer answer)
    {
        var meta = answer.Body.At("meta");
        return (meta.At("total").GetInt64(), meta.At("page").GetInt32(), meta.At("perPage").GetInt32(), meta.At("totalPages").GetInt64());
    }

    private static (string? Self, string? First, string? Prev, string? Next, string? Last) Links(Answer answer)
    {
        var links = answer.Body.At("links");
        return (links.Text("self"), links.Text("first"), links.Text("prev"), links.Text("next"), links.Text("last"));
    }
}
