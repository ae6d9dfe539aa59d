using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class DeleteUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R13")]
    [Trait("Requirement", "R27")]
    [Trait("Requirement", "R56")]
    [Trait("Requirement", "R198")]
    public async Task A_deleted_user_is_hidden_from_every_read_and_kept_in_the_database()
    {
        var person = await api.InviteAsync(name: "Soon gone");
        var before = await TotalAsync();
        var deleted = (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        deleted.Body.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await api.SendAsync(ApiFixture.Admin, "GET", person.Path)).Expect(HttpStatusCode.NotFound);
        (await TotalAsync()).Should().Be(before - 1);
        string[] queries = ["limit=100", "limit=100&page=1", $"search={person.Email}", "search=Soon%20gone", "status=INVITED&limit=100"];
        foreach (var query in queries)
        {
            (await api.GetAsync(ApiFixture.Admin, $"{UsersApi.Path}?{query}")).Ids.Should().NotContain(person.Id);
        }

        (await api.ScalarAsync<bool>($"select deleted_at is not null and name = 'Soon gone' from users.users where email = '{person.Email}'"))
            .Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R27")]
    public async Task What_is_deleted_cannot_be_deleted_again()
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task The_address_is_free_again_for_somebody_else()
    {
        var person = await api.AddAsync();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        for (var time = 0; time < 2; time++)
        {
            var again = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = person.Email, name = "Heir" });
            again.Expect(HttpStatusCode.Created);
            again.Text("data.id").Should().NotBe(person.Id);
            again.Text("data.attributes.status").Should().Be("INVITED");
            (await api.SendAsync(null, "POST", "/api/auth/login", new { email = person.Email, password = ApiFixture.Password }))
                .Expect(HttpStatusCode.Unauthorized);
            (await api.SendAsync(ApiFixture.Admin, "DELETE", $"{UsersApi.Path}/{again.Text("data.id")}")).Expect(HttpStatusCode.NoContent);
        }

        (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{person.Email}' and deleted_at is not null")).Should().Be(3);
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Another_organization_can_add_whom_this_one_has_deleted()
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(ApiFixture.OtherAdmin, "POST", UsersApi.Path, new { email = person.Email, name = "N" })).Expect(HttpStatusCode.Created);
        (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = person.Email, name = "N" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R197")]
    public async Task Users_cannot_delete_themselves()
    {
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.Admin)}";
        var answer = await api.SendAsync(ApiFixture.Admin, "DELETE", path);
        answer.ExpectError(HttpStatusCode.BadRequest, "BAD_REQUEST", "Cannot delete your own account");
        (await api.AuditAsync(answer)).Should().BeEmpty();
        await api.GetAsync(ApiFixture.Admin, path);
    }

    [Fact]
    [Trait("Requirement", "R196")]
    public async Task An_administrator_deletes_another_administrator()
    {
        var other = await api.AddAsync("ADMIN");
        (await api.SendAsync(ApiFixture.Admin, "DELETE", other.Path)).Expect(HttpStatusCode.NoContent);
    }

    private async Task<long> TotalAsync() => (await api.GetAsync(ApiFixture.Admin, UsersApi.Path)).Body.At("meta.total").GetInt64();
}
