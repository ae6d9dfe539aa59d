using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A sign-in whose second factor is pending consumes nothing when it is refused, and does not outlive the sessions and the password.</summary>
public sealed class PendingSignInTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string NextPassword = "Four green k1tEs";

    [Theory]
    [InlineData(1, "update users.users set status = 'DEACTIVATED' where email = '{0}'", "update users.users set status = 'ACTIVE' where email = '{0}'")]
    [InlineData(2, "update access.accounts set password_changed_at = password_changed_at + interval '1 hour' where email = '{0}'",
        "update access.accounts set password_changed_at = password_changed_at - interval '1 hour' where email = '{0}'")]
    public async Task A_refused_sign_in_consumes_no_recovery_code(int number, string refuse, string allow)
    {
        var person = $"user{number:00}@acme.test";
        var (_, codes) = await api.EnrolAsync(person);
        var token = await api.ChallengeAsync(person);
        await api.ExecuteAsync(string.Format(null, refuse, person));
        using var refused = await api.VerifyAsync(token, codes[0]);
        await SecondFactorApi.ShouldBeRejectedAsync(refused);
        (await api.AuditedAsync(person, "mfa.recovery_code_used")).Should().Be(0);

        await api.ExecuteAsync(string.Format(null, allow, person));
        using var signedIn = await api.VerifyAsync(token, codes[0]);
        signedIn.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.AuditedAsync(person, "mfa.recovery_code_used")).Should().Be(1);
    }

    [Theory]
    [InlineData(3, "logout-all")]
    [InlineData(4, "other sessions")]
    [InlineData(5, "password change")]
    [InlineData(6, "password reset")]
    [InlineData(7, "deactivation")]
    public async Task It_ends_with_the_sessions_and_with_the_password(int number, string how)
    {
        var person = $"user{number:00}@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        using var owner = await api.ClientAsync(person, app.Code());
        var pending = await api.ChallengeAsync(person);
        await EndAsync(how, person, owner);
        api.NextCode();
        using var refused = await api.VerifyAsync(pending, app.Code());
        await SecondFactorApi.ShouldBeRejectedAsync(refused);
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from access.one_time_tokens token join access.accounts account on account.id = token.account_id
            where account.email = '{person}' and token.purpose = 'SECOND_FACTOR' and token.used_at is null
            """)).Should().Be(0);
    }

    [Fact]
    public async Task It_goes_on_when_one_session_ends()
    {
        const string person = "user08@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        using var owner = await api.ClientAsync(person, app.Code());
        var pending = await api.ChallengeAsync(person);
        using var left = await owner.PostAsync("/api/auth/logout", null);
        left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        api.NextCode();
        using var signedIn = await api.VerifyAsync(pending, app.Code());
        signedIn.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task EndAsync(string how, string person, HttpClient owner)
    {
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var response = how switch
        {
            "logout-all" => await owner.PostAsync("/api/auth/logout-all", null),
            "other sessions" => await owner.DeleteAsync("/api/v1/me/sessions"),
            "password change" => await owner.PostJsonAsync("/api/v1/me/password", new { currentPassword = ApiFixture.Password, newPassword = NextPassword }),
            "deactivation" => await admin.PostAsync($"/api/v1/users/{(await owner.JsonAsync("/api/v1/me")).Text("data.id")}/deactivate", null),
            _ => await ResetAsync(person),
        };
        response.IsSuccessStatusCode.Should().BeTrue();
    }

    private async Task<HttpResponseMessage> ResetAsync(string email)
    {
        using var asked = await api.SendAsync(HttpMethod.Post, "/api/auth/forgot-password", new { email });
        var token = (await api.MailAsync(email, "Set another password")).Token;
        return await api.SendAsync(HttpMethod.Post, "/api/auth/reset-password", new { token, password = NextPassword });
    }
}
