using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R22")]
    [Trait("Requirement", "R43")]
    [Trait("Requirement", "R188")]
    public async Task The_first_page_has_the_20_newest_users_and_leads_to_the_next()
    {
        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path);
        page.Ids.Should().HaveCount(20);
        page.Body.At("data").EnumerateArray().Select(user => user.At("attributes.createdAt").GetDateTimeOffset()).Should().BeInDescendingOrder();
        var meta = page.Body.At("meta");
        Names(meta).Should().Equal("total", "perPage", "hasMore", "nextCursor", "page", "totalPages", "requestId");
        (meta.At("page").ValueKind, meta.At("totalPages").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
        (meta.At("total").GetInt64(), meta.At("perPage").GetInt32(), meta.At("hasMore").GetBoolean()).Should().Be((await LiveAsync("true"), 20, true));
        meta.Text("requestId").Should().Be(page.Headers["X-Request-ID"]);
        Names(page.Body.At("links")).Should().Equal("self", "first", "prev", "next", "last");
        (page.Text("links.prev"), page.Text("links.last")).Should().Be((null, null));
        page.Headers["Link"].Should().Be($"<{UsersApi.Path}>; rel=\"first\", <{page.Text("links.next")}>; rel=\"next\"");
        (page.Text("links.self"), page.Text("links.first"), page.Text("links.next"))
            .Should().Be((UsersApi.Path, UsersApi.Path, $"{UsersApi.Path}?cursor={meta.Text("nextCursor")}"));
    }

    [Fact]
    [Trait("Requirement", "R37")]
    [Trait("Requirement", "R38")]
    [Trait("Requirement", "R39")]
    [Trait("Requirement", "R40")]
    [Trait("Requirement", "R41")]
    [Trait("Requirement", "R42")]
    [Trait("Requirement", "R223")]
    public async Task A_user_has_the_same_representation_in_a_list_and_alone()
    {
        var user = (await api.GetAsync(ApiFixture.Member, UsersApi.Path)).Body.At("data.0");
        var alone = (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}/{user.Text("id")}")).Body;
        alone.At("data").GetRawText().Should().Be(user.GetRawText());
        Names(alone).Should().Equal("data", "meta");
        Names(user).Should().Equal("id", "type", "attributes", "relationships");
        Names(user.At("attributes")).Should().Equal("email", "name", "role", "status", "bio", "avatarUrl", "createdAt", "updatedAt");
        user.Text("type").Should().Be("user");
        user.Text("id").Should().MatchRegex("^usr_[0-7][0-9a-hjkmnp-tv-z]{25}$");
        user.At("relationships").GetRawText().Should()
            .MatchRegex("^{\"organization\":{\"id\":\"org_[0-7][0-9a-hjkmnp-tv-z]{25}\",\"type\":\"organization\"}}$");
        foreach (var time in new[] { "createdAt", "updatedAt" })
        {
            user.At("attributes").Text(time).Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$");
        }
    }

    [Fact]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R185")]
    public async Task Each_organization_sees_its_own_people()
    {
        var own = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?limit=100");
        var other = await api.GetAsync(ApiFixture.OtherAdmin, UsersApi.Path + "?limit=100");
        (own.Ids.Count, own.Ids.Intersect(other.Ids).Count()).Should().Be((own.Body.At("meta.total").GetInt32(), 0));
        other.Body.At("data").EnumerateArray().Select(user => user.Text("attributes.email")).Should().Equal(ApiFixture.OtherAdmin, "consultant@demo.test");
        (await api.GetAsync(ApiFixture.OtherAdmin, UsersApi.Path + "?search=acme.test")).Body.At("meta.total").GetInt64().Should().Be(0);
    }

    [Theory]
    [InlineData("role=ADMIN", "role = 'ADMIN'")]
    [InlineData("role=VIEWER", "role = 'VIEWER'")]
    [InlineData("status=ACTIVE", "status = 'ACTIVE'")]
    [InlineData("status=INVITED", "status = 'INVITED'")]
    [InlineData("status=DEACTIVATED", "status = 'DEACTIVATED'")]
    [InlineData("role=MEMBER&status=INVITED", "role = 'MEMBER' and status = 'INVITED'")]
    [InlineData("role=MEMBER&search=USER0", "role = 'MEMBER' and (name ilike '%user0%' or email ilike '%user0%')")]
    [Trait("Requirement", "R149")]
    [Trait("Requirement", "R187")]
    public async Task A_filter_is_exact_and_the_total_counts_what_matches(string query, string where)
    {
        await api.InviteAsync("MEMBER");
        await api.InviteAsync("VIEWER");
        (await api.SendAsync(ApiFixture.Admin, "POST", (await api.InviteAsync()).Path + "/deactivate")).Expect(HttpStatusCode.OK);
        var page = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?limit=100&{query}");
        var expected = await LiveAsync(where);
        (page.Ids.Count, page.Body.At("meta.total").GetInt64()).Should().Be(((int)expected, expected));
        foreach (var pair in query.Split('&').Select(pair => pair.Split('=')).Where(pair => pair[0] != "search"))
        {
            page.Body.At("data").EnumerateArray().Should().OnlyContain(user => user.At("attributes").Text(pair[0]) == pair[1]);
        }
    }

    [Fact]
    [Trait("Requirement", "R149")]
    [Trait("Requirement", "R185")]
    public async Task Another_organization_s_id_as_filter_finds_nobody()
    {
        var own = (await api.GetAsync(ApiFixture.Member, "/api/v1/organization")).Text("data.id");
        var other = (await api.GetAsync(ApiFixture.OtherAdmin, "/api/v1/organization")).Text("data.id");
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?organizationId={own}")).Body.At("meta.total").GetInt64().Should().Be(await LiveAsync("true"));
        var none = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?organizationId={other}");
        (none.Ids.Count, none.Body.At("meta.total").GetInt64(), none.Body.At("meta.hasMore").GetBoolean(), none.Text("links.next"))
            .Should().Be((0, 0, false, null));
        UsersApi.Anonymized((await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?organizationId=org_01h455vb4pex5vsknk084sn02q")).Body.At("data"))
            .Should().Be("[]");
    }

    [Fact]
    [Trait("Requirement", "R145")]
    public async Task The_organization_is_embedded_with_name_and_plan_where_it_is_asked_for()
    {
        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?include=organization&limit=5");
        page.Body.At("data").EnumerateArray().Should().HaveCount(5).And.OnlyContain(user =>
            user.At("relationships.organization.attributes").GetRawText() == """{"name":"Acme","plan":"PRO"}""");
        page.Text("links.next").Should().StartWith($"{UsersApi.Path}?include=organization&limit=5&cursor=");
        var id = await api.UserIdAsync(ApiFixture.Viewer);
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}/{id}?include=organization")).Body.At("data.relationships.organization.attributes").GetRawText()
            .Should().Be("""{"name":"Acme","plan":"PRO"}""");
    }

    [Fact]
    public async Task The_total_is_omitted_on_request()
    {
        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?total=false");
        page.Body.At("meta.total").ValueKind.Should().Be(JsonValueKind.Null);
        page.Text("links.next").Should().StartWith($"{UsersApi.Path}?total=false&cursor=");
        var numbered = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?total=false&page=2");
        (numbered.Body.At("meta.total").ValueKind, numbered.Body.At("meta.totalPages").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
        (numbered.Text("links.next"), numbered.Text("links.last")).Should().Be(($"{UsersApi.Path}?total=false&page=3", null));
    }

    [Fact]
    [Trait("Requirement", "R187")]
    public async Task A_viewer_cannot_list_users() =>
        (await api.SendAsync(ApiFixture.Viewer, "GET", UsersApi.Path)).ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private Task<long> LiveAsync(string where) => api.ScalarAsync<long>(
        $"""
        select count(*) from users.users where deleted_at is null and ({where})
        and organization_id = (select organization_id from users.users where email = '{ApiFixture.Admin}')
        """);
}
