using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ChangePasswordTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    public async Task The_new_password_is_accepted_and_the_old_one_rejected()
    {
        var email = await api.RegisteredAsync();
        var (access, _) = await api.SessionAsync(email);

        (await ChangeAsync(access)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
        (await api.CanSignInAsync(email, AccountsApi.NextPassword)).Should().BeTrue();
        (await api.MailAsync(email, "Your password was changed")).Text.Should().Contain("API keys that work: 0");
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task It_is_audited()
    {
        var email = await api.RegisteredAsync();
        await ChangeAsync((await api.SessionAsync(email)).Access);
        (await api.AuditedAsync(email, "password.changed")).Should().Be(1);
    }

    [Fact]
    public async Task Other_sessions_are_revoked_and_the_current_one_stays_valid()
    {
        var email = await api.RegisteredAsync();
        var (present, other) = (await api.SessionAsync(email), await api.SessionAsync(email));

        (await ChangeAsync(present.Access)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.IsAliveAsync(present.Access)).Should().BeTrue();
        (await api.PostAsync("/api/auth/refresh", new { refreshToken = present.Refresh })).Status.Should().Be(HttpStatusCode.OK);
        (await api.IsAliveAsync(other.Access)).Should().BeFalse();
        (await api.PostAsync("/api/auth/refresh", new { refreshToken = other.Refresh })).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_other_sessions_go_on_where_that_is_wanted()
    {
        var email = await api.RegisteredAsync();
        var (present, other) = (await api.SessionAsync(email), await api.SessionAsync(email));

        (await ChangeAsync(present.Access, endOtherSessions: false)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.IsAliveAsync(other.Access)).Should().BeTrue();
    }

    [Fact]
    public async Task The_current_password_has_to_be_right()
    {
        var email = await api.RegisteredAsync();
        var (access, _) = await api.SessionAsync(email);

        var (status, body) = await ChangeAsync(access, current: "Wr0ng password");

        (status, body.Text("error.details.0.field"), body.Text("error.details.0.message"))
            .Should().Be((HttpStatusCode.UnprocessableEntity, "currentPassword", "Current password is wrong"));
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
    }

    [Theory]
    [InlineData("short", "TOO_SHORT")]
    [InlineData("Qwerty123", "TOO_COMMON")]
    [InlineData("Not lovelace 1", "TOO_PERSONAL")]
    [InlineData("At fresh ltd 1", "TOO_PERSONAL")]
    [InlineData(AccountsApi.FirstPassword, "INVALID_VALUE")]
    public async Task The_new_password_must_satisfy_the_policy_and_differ_from_the_old_one(string password, string code)
    {
        var (access, _) = await api.SessionAsync(await api.RegisteredAsync());

        var (status, body) = await ChangeAsync(access, next: password);

        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "newPassword", code));
    }

    [Fact]
    public async Task Of_concurrent_changes_one_succeeds()
    {
        var email = await api.RegisteredAsync();
        var (access, _) = await api.SessionAsync(email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ChangeAsync(access, next: $"{AccountsApi.NextPassword} {i}")));

        var winner = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.NoContent);
        answers.Where((_, i) => i != winner).Should().AllSatisfy(answer => answer.Body.Text("error.details.0.field").Should().Be("currentPassword"));
        (await api.CanSignInAsync(email, $"{AccountsApi.NextPassword} {winner}")).Should().BeTrue();
    }

    [Fact]
    public async Task An_account_without_a_password_cannot_change_it()
    {
        var email = await api.RegisteredAsync();
        var (access, _) = await api.SessionAsync(email);
        await api.ExecuteAsync($"update access.accounts set password_hash = null where email = '{email}'");

        var (status, body) = await ChangeAsync(access);

        (status, body.Text("error.code"), body.Text("error.message")).Should().Be((HttpStatusCode.Conflict, "CONFLICT", "This account has no password yet"));
    }

    [Fact]
    public async Task A_password_change_requires_a_session()
    {
        (await api.PostAsync("/api/v1/me/password", new { })).Status.Should().Be(HttpStatusCode.Unauthorized);
        var (access, _) = await api.SessionAsync(await api.RegisteredAsync());
        (await api.PostAsync("/api/auth/logout", new { }, access)).Status.Should().Be(HttpStatusCode.NoContent);
        (await ChangeAsync(access)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> ChangeAsync(
        string access, string current = AccountsApi.FirstPassword, string next = AccountsApi.NextPassword, bool endOtherSessions = true) =>
        api.PostAsync("/api/v1/me/password", new { currentPassword = current, newPassword = next, endOtherSessions }, access);
}
