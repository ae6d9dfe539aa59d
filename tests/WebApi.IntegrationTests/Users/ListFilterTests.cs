using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListFilterTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string First = "2024-01-01T00:00:00.000Z";
    private const string Middle = "2024-02-01T00:00:00.000Z";
    private const string Last = "2024-03-01T00:00:00.000Z";

    [Fact]
    [Trait("Requirement", "R241")]
    public async Task An_address_is_found_in_its_canonical_form_and_only_in_full()
    {
        var person = await api.InviteAsync();
        foreach (var written in new[] { person.Email, person.Email.ToUpperInvariant() })
        {
            var page = await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?email={Uri.EscapeDataString(written)}");
            page.Ids.Should().Equal(person.Id);
            page.Body.At("meta.total").GetInt64().Should().Be(1);
        }

        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?email=x{person.Email}")).Ids.Should().BeEmpty();
        (await api.GetAsync(ApiFixture.OtherAdmin, $"{UsersApi.Path}?email={person.Email}")).Ids.Should().BeEmpty();
        (await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?email=nobody")).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("email INVALID_FORMAT");
    }

    [Theory]
    [InlineData("users", "users.users")]
    [InlineData("posts", "posts.posts")]
    [InlineData("invitations", "invitations.invitations")]
    [InlineData("api-keys", "access.api_keys")]
    public async Task Times_bound_a_list_exclusively(string list, string table)
    {
        var (path, ids) = await ThreeAsync(list);
        foreach (var (id, time) in ids.Zip([First, Middle, Last]))
        {
            Domain.Common.TypeId.TryParse(id, out _, out var uuid).Should().BeTrue();
            await api.ExecuteAsync($"update {table} set created_at = '{time}', updated_at = timestamptz '{time}' + interval '1 year' where id = '{uuid}'");
        }

        (await FindAsync($"createdAfter={First}&createdBefore={Last}")).Should().Equal(ids[1]);
        (await FindAsync($"createdBefore={Middle}")).Should().Equal(ids[0]);
        (await FindAsync($"createdAfter={Middle}&createdBefore=2024-12-31T00:00:00Z&orderDir=asc")).Should().Equal(ids[2]);
        (await FindAsync("createdAfter=2024-01-31T23:59:59-00:00&createdBefore=2024-02-01T02:00:01%2B02:00")).Should().Equal(ids[1]);
        (await FindAsync("updatedAfter=2025-01-01T00:00:00Z&updatedBefore=2025-03-01T00:00:00Z")).Should().Equal(ids[1]);
        var first = await api.GetAsync(ApiFixture.Admin, $"{path}?createdBefore=2024-12-31T00:00:00Z&limit=1");
        first.Body.At("meta.total").GetInt64().Should().Be(3);
        (await api.GetAsync(ApiFixture.Admin, first.Text("links.next")!)).Ids.Should().Equal(ids[1]);
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{path}?createdAfter=2024-01-01")).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("createdAfter INVALID_FORMAT");

        async Task<IReadOnlyList<string>> FindAsync(string query) => (await api.GetAsync(ApiFixture.Admin, $"{path}?{query}")).Ids;
    }

    private async Task<(string Path, IReadOnlyList<string> Ids)> ThreeAsync(string list)
    {
        List<string> ids = [];
        var author = await api.AddAsync();
        var path = list switch { "posts" => author.Path + "/posts", _ => $"/api/v1/{list}" };
        for (var i = 0; i < 3; i++)
        {
            object body = list switch
            {
                "users" => new { email = UsersApi.NewEmail(), name = "N" },
                "invitations" => new { email = UsersApi.NewEmail(), role = "MEMBER" },
                "posts" => new { title = "T" },
                _ => new { name = "K" },
            };
            ids.Add((await api.SendAsync(ApiFixture.Admin, "POST", path, body)).Expect(HttpStatusCode.Created).Text("data.id")!);
        }

        return (path, ids);
    }
}
