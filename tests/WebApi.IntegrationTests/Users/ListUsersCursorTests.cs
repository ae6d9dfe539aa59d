using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersCursorTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Message = "The cursor is damaged or belongs to another order or filter; start again without it";

    [Theory]
    [InlineData("orderBy=name")]
    [InlineData("orderBy=email")]
    [InlineData("orderDir=asc")]
    [InlineData("role=MEMBER")]
    [InlineData("status=ACTIVE")]
    [InlineData("search=demo")]
    [InlineData("role=MEMBER&status=ACTIVE&search=demo")]
    [InlineData("createdAfter=2020-01-31T12:00:00Z")]
    [InlineData("createdBefore=2100-01-31T12:00:00Z")]
    [Trait("Requirement", "R147")]
    public async Task A_cursor_belongs_to_its_order_and_filter(string query)
    {
        var cursor = await CursorAsync("limit=2");
        await ExpectRefusedAsync($"{UsersApi.Path}?limit=2&{query}&cursor={cursor}");
        var other = await CursorAsync("limit=2&" + query);
        await ExpectRefusedAsync($"{UsersApi.Path}?limit=2&cursor={other}");
        await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?limit=2&{query}&cursor={other}");
    }

    [Fact]
    [Trait("Requirement", "R147")]
    public async Task A_cursor_does_not_go_from_one_filter_s_value_to_another_s()
    {
        var cursor = await CursorAsync("limit=2&role=MEMBER");
        foreach (var query in new[] { "role=VIEWER", "search=MEMBER", "role=MEMBER&search=a", "" })
        {
            await ExpectRefusedAsync($"{UsersApi.Path}?limit=2&{query}&cursor={cursor}");
        }
    }

    [Theory]
    [InlineData("createdAfter=2020-01-31T12:00:00.1Z", "createdAfter=2020-01-31T12:00:00.2Z")]
    [InlineData("createdAfter=2020-01-31T12:00:00Z", "createdAfter=2020-01-31T12:00:00.0000001Z")]
    [InlineData("updatedBefore=2100-01-31T12:00:00.001Z", "updatedBefore=2100-01-31T12:00:00.002Z")]
    [Trait("Requirement", "R147")]
    public async Task A_cursor_belongs_to_the_very_time_of_its_filter(string query, string other)
    {
        var cursor = await CursorAsync("limit=2&" + query);
        await ExpectRefusedAsync($"{UsersApi.Path}?limit=2&{other}&cursor={cursor}");
        await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?limit=2&{query}&cursor={cursor}");
    }

    [Fact]
    [Trait("Requirement", "R147")]
    public async Task Limit_total_and_include_may_change_on_the_way()
    {
        var all = (await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?limit=100")).Ids;
        var cursor = await CursorAsync("limit=2");
        foreach (var query in new[] { "limit=5", "limit=5&total=false", "limit=5&include=organization" })
        {
            (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{query}&cursor={cursor}")).Ids.Should().Equal(all.Skip(2).Take(5));
        }
    }

    [Fact]
    [Trait("Requirement", "R168")]
    public async Task A_cursor_that_was_changed_anywhere_is_refused()
    {
        var cursor = await CursorAsync("limit=2");
        for (var position = 0; position < cursor.Length; position++)
        {
            var changed = $"{cursor[..position]}{(cursor[position] == 'A' ? 'B' : 'A')}{cursor[(position + 1)..]}";
            await ExpectRefusedAsync($"{UsersApi.Path}?limit=2&cursor={changed}");
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAA")]
    [InlineData("not%20base64!")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02q")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [Trait("Requirement", "R168")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        var answer = await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?cursor={cursor}");
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid query parameters");
        answer.Text("error.details.0.message").Should().Be(Message);
        answer.FieldErrors.Should().Equal("cursor INVALID_CURSOR");
    }

    [Fact]
    public async Task Nor_is_one_that_is_too_long_to_be_one() => await ExpectRefusedAsync($"{UsersApi.Path}?cursor={new string('A', 3000)}");

    [Fact]
    public async Task Part_of_a_cursor_is_refused()
    {
        var cursor = await CursorAsync("orderBy=name&limit=2");
        foreach (var part in new[] { cursor[..^1], cursor[1..], cursor[..10], cursor + "A", cursor + cursor, cursor + "=", cursor + "%20", cursor[..9] + "%0A" + cursor[9..] })
        {
            await ExpectRefusedAsync($"{UsersApi.Path}?orderBy=name&limit=2&cursor={part}");
        }
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task Another_organization_s_cursor_shows_nothing_of_it()
    {
        var cursor = await CursorAsync("limit=2");
        var page = await api.SendAsync(ApiFixture.OtherAdmin, "GET", $"{UsersApi.Path}?limit=2&cursor={cursor}");
        page.Expect(HttpStatusCode.OK).Ids.Should().BeSubsetOf((await api.GetAsync(ApiFixture.OtherAdmin, UsersApi.Path)).Ids);
    }

    private async Task ExpectRefusedAsync(string path) =>
        (await api.SendAsync(ApiFixture.Member, "GET", path)).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal(["cursor INVALID_CURSOR"], "GET {0}", path);

    private async Task<string> CursorAsync(string query) => (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{query}")).Text("meta.nextCursor")!;
}
