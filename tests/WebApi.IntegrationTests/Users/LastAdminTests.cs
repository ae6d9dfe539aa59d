using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class LastAdminTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Message = "An organization needs at least one active administrator; make somebody else an administrator first";

    [Theory]
    [InlineData("DELETE", "", null)]
    [InlineData("PATCH", "", """{"role":"MEMBER"}""")]
    [InlineData("PUT", "", """{"name":"N","role":"VIEWER"}""")]
    [InlineData("POST", "/deactivate", null)]
    [Trait("Requirement", "R201")]
    [Trait("Requirement", "R243")]
    public async Task The_last_administrator_stays_one(string method, string action, string? body)
    {
        // Only a caller whose credential is older than the loss of their role can try: everybody else who may is a second administrator.
        await OnlyAdministratorAsync();
        var caller = await api.AddAsync("ADMIN", by: ApiFixture.OtherAdmin);
        await api.TokenAsync(caller.Email);
        await api.ExecuteAsync($"update users.users set role = 'MEMBER' where email = '{caller.Email}'");
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.OtherAdmin)}";
        var answer = await api.SendAsync(caller.Email, method, path + action, body);
        answer.ExpectRefusal(HttpStatusCode.Conflict, "CONFLICT", "LAST_ADMINISTRATOR", Message);
        (await api.AuditAsync(answer)).Should().BeEmpty();
        var read = await api.GetAsync(ApiFixture.OtherAdmin, path);
        (read.Text("data.attributes.role"), read.Text("data.attributes.status")).Should().Be(("ADMIN", "ACTIVE"));
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task An_administrator_who_is_not_active_does_not_count()
    {
        await OnlyAdministratorAsync();
        var (caller, invited) = (await api.AddAsync("ADMIN", by: ApiFixture.OtherAdmin), await api.InviteAsync("ADMIN", by: ApiFixture.OtherAdmin));
        await api.TokenAsync(caller.Email);
        await api.ExecuteAsync($"update users.users set role = 'MEMBER' where email = '{caller.Email}'");
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.OtherAdmin)}";
        (await api.SendAsync(caller.Email, "DELETE", path)).Expect(HttpStatusCode.Conflict);
        (await api.SendAsync(caller.Email, "DELETE", invited.Path)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("DELETE", "", null)]
    [InlineData("PATCH", "", """{"role":"MEMBER"}""")]
    [InlineData("POST", "/deactivate", null)]
    [Trait("Requirement", "R201")]
    public async Task Of_administrators_who_concurrently_remove_each_other_one_remains(string method, string action, string? body)
    {
        var (first, second) = (await api.AddAsync("ADMIN"), await api.AddAsync("ADMIN"));
        await api.ExecuteAsync(
            $"""
            update users.users set role = 'MEMBER' where role = 'ADMIN' and email not in ('{first.Email}', '{second.Email}')
            and organization_id = (select organization_id from users.users where email = '{first.Email}')
            """);
        var tokens = new[] { await api.TokenAsync(first.Email), await api.TokenAsync(second.Email) };
        var answers = await Task.WhenAll(
            api.SendWithTokenAsync(tokens[0], method, second.Path + action, body), api.SendWithTokenAsync(tokens[1], method, first.Path + action, body));
        answers.Count(answer => (int)answer.Status < 300).Should().Be(1, "{0} and {1}", answers[0].Body, answers[1].Body);
        answers.Where(answer => (int)answer.Status >= 300).Should().OnlyContain(answer =>
            answer.Status == HttpStatusCode.Unauthorized || answer.Status == HttpStatusCode.Conflict);
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from users.users where role = 'ADMIN' and status = 'ACTIVE' and deleted_at is null
            and organization_id = (select organization_id from users.users where email = '{ApiFixture.Admin}')
            """)).Should().Be(1);
    }

    // Globex has another one in the demo data.
    private Task OnlyAdministratorAsync() => api.ExecuteAsync("update users.users set role = 'MEMBER' where email = 'consultant@demo.test'");
}
