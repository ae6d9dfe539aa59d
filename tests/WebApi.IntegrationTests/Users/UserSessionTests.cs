using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserSessionTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Dead = "Invalid or expired token";

    [Theory]
    [InlineData("PATCH", "MEMBER", "VIEWER", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("PATCH", "VIEWER", "MEMBER", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("PUT", "MEMBER", "VIEWER", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [Trait("Requirement", "R103")]
    [Trait("Requirement", "R231")]
    public async Task A_role_change_invalidates_the_access_token_and_the_next_one_has_the_new_role(
        string method, string from, string to, HttpStatusCode before, HttpStatusCode after)
    {
        var person = await api.AddAsync(from);
        var (access, refresh) = await SignInAsync(person);
        (await api.SendWithTokenAsync(access, "GET", UsersApi.Path)).Expect(before);
        (await api.SendAsync(ApiFixture.Admin, method, person.Path, new { name = "N", role = to })).Expect(HttpStatusCode.OK);
        await ExpectInvalidAsync(access);
        (await api.SendWithTokenAsync(access, "GET", UsersApi.Path)).Expect(HttpStatusCode.Unauthorized);
        var (next, _) = Tokens((await RefreshAsync(refresh)).Expect(HttpStatusCode.OK));
        (await api.SendWithTokenAsync(next, "GET", UsersApi.Path)).Expect(after);
        (await api.SendWithTokenAsync(next, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.attributes.role").Should().Be(to);
        await ExpectInvalidAsync(access);
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task After_a_deletion_neither_token_nor_password_is_accepted()
    {
        var person = await api.AddAsync();
        var (access, refresh) = await SignInAsync(person);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        await ExpectLockedOutAsync(person, access, refresh);
    }

    [Fact]
    [Trait("Requirement", "R30")]
    public async Task After_a_deactivation_neither_token_nor_password_is_accepted_until_reactivation()
    {
        var person = await api.AddAsync();
        var (access, refresh) = await SignInAsync(person);
        var (otherAccess, otherRefresh) = await SignInAsync(person);
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/deactivate")).Expect(HttpStatusCode.OK);
        await ExpectLockedOutAsync(person, access, refresh);
        await ExpectLockedOutAsync(person, otherAccess, otherRefresh);
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/activate")).Expect(HttpStatusCode.OK);
        await ExpectInvalidAsync(access);
        (await RefreshAsync(refresh)).Expect(HttpStatusCode.Unauthorized);
        var (fresh, _) = await SignInAsync(person);
        (await api.SendWithTokenAsync(fresh, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.id").Should().Be(person.Id);
    }

    [Fact]
    public async Task A_change_of_profile_leaves_the_session_alone()
    {
        var person = await api.AddAsync();
        var (access, _) = await SignInAsync(person);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Renamed", role = "MEMBER" })).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(access, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.attributes.name").Should().Be("Renamed");
    }

    [Fact]
    public async Task Others_keep_their_sessions()
    {
        var (changed, bystander) = (await api.AddAsync(), await api.AddAsync());
        var (access, _) = await SignInAsync(bystander);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", changed.Path, new { role = "VIEWER" })).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.Admin, "POST", changed.Path + "/deactivate")).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", changed.Path)).Expect(HttpStatusCode.NoContent);
        (await api.SendWithTokenAsync(access, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_invalidated_token_cannot_change_anything()
    {
        var person = await api.AddAsync("ADMIN");
        var (access, _) = await SignInAsync(person);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "MEMBER" })).Expect(HttpStatusCode.OK);
        var email = UsersApi.NewEmail();
        var target = await api.InviteAsync(name: "Before");
        (await api.SendWithTokenAsync(access, "POST", UsersApi.Path, new { email, name = "N" }))
            .ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead);
        (await api.SendWithTokenAsync(access, "PATCH", target.Path, new { name = "N" })).ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead);
        (await api.SendWithTokenAsync(access, "DELETE", target.Path)).ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead);
        (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{email}'")).Should().Be(0);
        (await api.GetAsync(ApiFixture.Admin, target.Path)).Text("data.attributes.name").Should().Be("Before");
    }

    [Fact]
    public async Task An_invalidated_token_is_401_even_where_its_role_is_insufficient()
    {
        var person = await api.AddAsync("VIEWER");
        var (access, _) = await SignInAsync(person);
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/deactivate")).Expect(HttpStatusCode.OK);
        var answer = await api.SendWithTokenAsync(access, "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N" });
        answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead);
        (await api.AuditAsync(answer)).Should().BeEmpty();
    }

    private static (string Access, string Refresh) Tokens(Answer answer) =>
        (answer.Text("data.attributes.accessToken")!, answer.Text("data.attributes.refreshToken")!);

    private async Task<(string Access, string Refresh)> SignInAsync(Person person) =>
        Tokens((await api.SendAsync(null, "POST", "/api/auth/login", new { email = person.Email, password = ApiFixture.Password })).Expect(HttpStatusCode.OK));

    private Task<Answer> RefreshAsync(string token) => api.SendAsync(null, "POST", "/api/auth/refresh", JsonSerializer.Serialize(new { refreshToken = token }));

    private async Task ExpectInvalidAsync(string access)
    {
        var answer = await api.SendWithTokenAsync(access, "GET", "/api/v1/me");
        answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead).Headers["WWW-Authenticate"].Should().Contain("invalid_token");
    }

    private async Task ExpectLockedOutAsync(Person person, string access, string refresh)
    {
        await ExpectInvalidAsync(access);
        (await RefreshAsync(refresh)).ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead);
        (await api.SendAsync(null, "POST", "/api/auth/login", new { email = person.Email, password = ApiFixture.Password }))
            .ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid email or password");
    }
}
