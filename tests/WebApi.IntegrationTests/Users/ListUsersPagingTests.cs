using System.Globalization;
using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersPagingTests(UsersApi api) : IClassFixture<UsersApi>
{
    private static readonly string[] Orders = ["createdAt", "name", "email"];

    [Theory]
    [InlineData("createdAt", "asc")]
    [InlineData("createdAt", "desc")]
    [InlineData("name", "asc")]
    [InlineData("name", "desc")]
    [InlineData("email", "asc")]
    [InlineData("email", "desc")]
    [Trait("Requirement", "R147")]
    [Trait("Requirement", "R150")]
    [Trait("Requirement", "R187")]
    [Trait("Requirement", "R188")]
    public async Task Cursors_lead_to_everybody_once_while_others_are_added(string orderBy, string orderDir)
    {
        await TieAsync();
        var order = $"orderBy={orderBy}&orderDir={orderDir}";
        var before = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{order}&limit=100");
        before.Text("links.next").Should().BeNull("all of them are to be on the page that the others are held against");
        List<string> seen = [];
        var added = 0;
        for (var next = $"{UsersApi.Path}?{order}&limit=7"; next is not null;)
        {
            var page = await api.GetAsync(ApiFixture.Member, next);
            page.Body.At("meta.hasMore").GetBoolean().Should().Be(page.Text("links.next") is not null);
            (page.Text("meta.nextCursor") is null).Should().Be(page.Text("links.next") is null);
            seen.AddRange(page.Ids);
            next = page.Text("links.next");
            if (added < 8)
            {
                await AddAnywhereAsync(added++);
            }
        }

        seen.Should().OnlyHaveUniqueItems();
        seen.Where(before.Ids.Contains).Should().Equal(before.Ids, "who was there before is seen once and in the same order");
        await api.ExecuteAsync("update users.users set deleted_at = now() where bio = 'added while paging'");
    }

    [Fact]
    [Trait("Requirement", "R147")]
    public async Task One_direction_is_the_other_backwards()
    {
        await TieAsync();
        foreach (var orderBy in Orders)
        {
            var ascending = (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?orderBy={orderBy}&orderDir=asc&limit=100")).Ids;
            (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?orderBy={orderBy}&orderDir=desc&limit=100")).Ids.Should().Equal(ascending.Reverse());
        }
    }

    [Fact]
    [Trait("Requirement", "R170")]
    public async Task Newest_first_is_the_order_where_none_is_named()
    {
        var first = (await api.GetAsync(ApiFixture.Member, UsersApi.Path)).Ids;
        foreach (var query in new[] { "orderBy=createdAt", "orderDir=desc", "orderBy=createdAt&orderDir=desc", "limit=20", "search=" })
        {
            (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{query}")).Ids.Should().Equal(first, query);
        }
    }

    [Fact]
    [Trait("Requirement", "R147")]
    public async Task Names_are_ordered_as_people_do_and_addresses_by_their_characters()
    {
        foreach (var name in new[] { "zz-order Ärger", "zz-order azur", "ZZ-order Arena", "zz-order Zoo" })
        {
            await api.InviteAsync(name: name);
        }

        var page = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?search=zz-order&orderBy=name&orderDir=asc");
        page.Body.At("data").EnumerateArray().Select(user => user.Text("attributes.name"))
            .Should().Equal("ZZ-order Arena", "zz-order Ärger", "zz-order azur", "zz-order Zoo");
        var emails = (await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?orderBy=email&orderDir=asc&limit=100")).Body.At("data").EnumerateArray();
        emails.Select(user => user.Text("attributes.email")).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R150")]
    public async Task A_page_that_ends_with_the_last_user_says_so()
    {
        var all = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?role=ADMIN&limit=100");
        var page = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?role=ADMIN&limit={all.Ids.Count}");
        (page.Body.At("meta.hasMore").GetBoolean(), page.Text("meta.nextCursor"), page.Text("links.next")).Should().Be((false, null, null));
    }

    [Fact]
    [Trait("Requirement", "R150")]
    public async Task A_cursor_goes_on_after_its_user_was_deleted()
    {
        var people = new[] { await api.InviteAsync(name: "Gone 1"), await api.InviteAsync(name: "Gone 2"), await api.InviteAsync(name: "Gone 3") };
        var first = await api.GetAsync(ApiFixture.Member, UsersApi.Path + "?search=Gone&orderBy=name&orderDir=asc&limit=2");
        first.Ids.Should().Equal(people[0].Id, people[1].Id);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", people[1].Path)).Expect(HttpStatusCode.NoContent);
        var second = await api.GetAsync(ApiFixture.Member, first.Text("links.next")!);
        second.Ids.Should().Equal(people[2].Id);
        second.Body.At("meta.total").GetInt64().Should().Be(2);
    }

    // Same names and same times: the id alone decides then.
    private Task TieAsync() => api.ExecuteAsync(
        """
        update users.users set name = 'Demo Twin' where email ~ '^user1[0-9]@acme.test$';
        update users.users set created_at = '2026-01-01' where email ~ '^user[23][0-9]@acme.test$'
        """);

    // Before, between and after whatever the page ended with.
    private async Task AddAnywhereAsync(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var (name, email) = (number % 3) switch
        {
            0 => ("Aaa " + text, $"a{text}.{Guid.NewGuid():N}@acme.test"),
            1 => ("Demo Twin", $"user15.{text}.{Guid.NewGuid():N}@acme.test"),
            _ => ("Zzz " + text, $"z{text}.{Guid.NewGuid():N}@acme.test"),
        };
        var added = (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name })).Expect(HttpStatusCode.Created);
        await api.ExecuteAsync(
            $"""
            update users.users set bio = 'added while paging', created_at = (array[now() - interval '9 years', '2026-01-01', now()])[{(number % 3) + 1}]
            where email = '{added.Text("data.attributes.email")}'
            """);
    }
}
