using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ResetPasswordTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    public async Task The_link_sets_a_new_password_and_the_user_is_notified()
    {
        var email = await api.RegisteredAsync();

        (await api.ResetAsync(await api.ResetTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
        (await api.CanSignInAsync(email, AccountsApi.NextPassword)).Should().BeTrue();
        (await api.MailAsync(email, "Your password was changed")).Text.Should().Contain("/auth/forgot-password").And.NotContain("token=");
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task It_is_audited()
    {
        var email = await api.RegisteredAsync();
        await api.ResetAsync(await api.ResetTokenAsync(email));
        (await api.AuditedAsync(email, "password.reset")).Should().Be(1);
        (await api.ScalarAsync<string>("select string_agg(changes::text, '') from auditing.audit_logs where action = 'password.reset'")).Should().NotContain("argon2");
    }

    [Fact]
    public async Task All_sessions_are_revoked_immediately()
    {
        var email = await api.RegisteredAsync();
        var (one, other) = (await api.SessionAsync(email), await api.SessionAsync(email));
        (await api.IsAliveAsync(one.Access)).Should().BeTrue();

        await api.ResetAsync(await api.ResetTokenAsync(email));

        foreach (var session in new[] { one, other })
        {
            (await api.IsAliveAsync(session.Access)).Should().BeFalse();
            (await api.PostAsync("/api/auth/refresh", new { refreshToken = session.Refresh })).Status.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await api.ScalarAsync<long>(
            $"select count(*) from access.sessions s join access.accounts a on a.id = s.account_id where a.email = '{email}' and revoked_reason = 'PASSWORD_CHANGED'"))
            .Should().Be(2);
    }

    [Fact]
    public async Task A_link_is_accepted_once_and_revokes_the_others()
    {
        var email = await api.RegisteredAsync();
        var (first, second) = (await api.ResetTokenAsync(email), await api.ResetTokenAsync(email, 2));

        (await api.ResetAsync(first)).Status.Should().Be(HttpStatusCode.NoContent);

        ShouldBeRejected(await api.ResetAsync(first));
        ShouldBeRejected(await api.ResetAsync(second));
    }

    [Fact]
    public async Task Of_concurrent_uses_one_succeeds_even_with_several_links()
    {
        var email = await api.RegisteredAsync();
        var tokens = new[] { await api.ResetTokenAsync(email), await api.ResetTokenAsync(email, 2) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => api.ResetAsync(tokens[i % 2], $"{AccountsApi.NextPassword} {i}")));

        var winner = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.NoContent);
        answers.Where((_, i) => i != winner).Should().AllSatisfy(ShouldBeRejected);
        (await api.CanSignInAsync(email, $"{AccountsApi.NextPassword} {winner}")).Should().BeTrue();
        (await api.AuditedAsync(email, "password.reset")).Should().Be(1);
    }

    [Fact]
    public async Task A_link_lasts_for_an_hour()
    {
        var email = await api.RegisteredAsync();
        var token = await api.ResetTokenAsync(email);
        api.Clock.Advance(TimeSpan.FromHours(1));
        ShouldBeRejected(await api.ResetAsync(token));
    }

    [Fact]
    public async Task A_password_change_revokes_the_links()
    {
        var email = await api.RegisteredAsync();
        var token = await api.ResetTokenAsync(email);
        var (access, _) = await api.SessionAsync(email);
        (await api.PostAsync("/api/v1/me/password", new { currentPassword = AccountsApi.FirstPassword, newPassword = AccountsApi.NextPassword }, access))
            .Status.Should().Be(HttpStatusCode.NoContent);
        ShouldBeRejected(await api.ResetAsync(token, "Quiet 5 harbours"));
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task A_user_whom_an_administrator_has_created_has_no_account_to_reset()
    {
        var (email, id) = await AddAsync();
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var activated = await admin.PostJsonAsync($"/api/v1/users/{id}/activate", new { });

        (await api.PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);

        (await api.MailAsync(email, "There is no account")).Text.Should().NotContain("token=");
        (await api.ScalarAsync<long>($"select count(*) from access.accounts where email = '{email}'")).Should().Be(0);
    }

    [Fact]
    public async Task It_activates_nobody()
    {
        var (email, _) = await AddAsync();
        await api.GiveAccountAsync(email);

        (await api.ResetAsync(await api.ResetTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.ScalarAsync<string>($"select status from users.users where email = '{email}'")).Should().Be("INVITED");
        (await api.CanSignInAsync(email, AccountsApi.NextPassword)).Should().BeFalse();
    }

    [Fact]
    public async Task A_user_deactivated_after_the_request_cannot_sign_in()
    {
        var (email, id) = await AddAsync();
        await api.GiveAccountAsync(email);
        var token = await api.ResetTokenAsync(email);
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var deactivated = await admin.PostJsonAsync($"/api/v1/users/{id}/deactivate", new { });

        ShouldBeRejected(await api.ResetAsync(token));
        (await api.ScalarAsync<string>($"select status from users.users where email = '{email}'")).Should().Be("DEACTIVATED");
    }

    [Fact]
    public async Task A_rejected_password_leaves_the_link_valid()
    {
        var email = await api.RegisteredAsync("Harbour Works", "Grace Hopper");
        var token = await api.ResetTokenAsync(email);

        foreach (var (password, code) in new[] { ("short", "TOO_SHORT"), ("Password1", "TOO_COMMON"), ("I am hopper 1", "TOO_PERSONAL"), ("My harbour 1", "TOO_PERSONAL") })
        {
            var (status, body) = await api.ResetAsync(token, password);
            (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "password", code));
        }

        (await api.ResetAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_link_for_another_purpose_is_rejected()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        ShouldBeRejected(await api.ResetAsync(await api.VerificationTokenAsync(email)));
    }

    private static void ShouldBeRejected((HttpStatusCode Status, JsonElement Body) answer) =>
        (answer.Status, answer.Body.Text("error.details.0.field"), answer.Body.Text("error.details.0.code"))
            .Should().Be((HttpStatusCode.UnprocessableEntity, "token", "INVALID_VALUE"));

    private async Task<(string Email, string Id)> AddAsync()
    {
        var email = AccountsApi.NewEmail();
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var added = await admin.PostJsonAsync("/api/v1/users", new { email, name = "Some Body" });
        return (email, (await added.JsonAsync()).Text("data.id")!);
    }
}
