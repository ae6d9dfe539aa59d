using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A password reset by mail gives no other access and revokes no API keys; the owner is notified of the remaining credentials.</summary>
public sealed class AfterPasswordResetTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    private const string NextPassword = "Four green k1tEs";

    [Fact]
    public async Task A_reset_revokes_sessions_keeps_other_credentials_and_the_mail_lists_them()
    {
        using var authenticator = new SoftAuthenticator();
        using var another = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        await api.AddAsync(email, another, "Phone");
        var key = await KeyAsync(email);
        await LinkAsync(email);
        await EnrolAsync(email);

        await ResetAsync(email);

        var mail = await api.MailAsync(email, "Your password was changed");
        foreach (var told in new[]
        {
            "API keys that work: 1", "Linked providers that sign in: 3", "Passkeys that sign in: 2", "An authenticator app that is asked for: yes",
        })
        {
            mail.Text.Should().Contain(told);
            mail.Html.Should().Contain(told);
        }

        (await api.SendAsync(email, HttpMethod.Get, "/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var program = api.CreateClient(key);
        using var answer = await program.GetAsync("/api/v1/users");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.SignInAsync(authenticator)).Status.Should().Be(HttpStatusCode.OK);
        (await PostAsync("/api/auth/login", new { email, password = NextPassword })).Body.At("data.attributes.mfaRequired").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task The_mail_says_when_there_are_no_other_credentials()
    {
        var email = await api.PersonAsync();
        await ResetAsync(email);
        (await api.MailAsync(email, "Your password was changed")).Text.Should().Contain("API keys that work: 0").And.Contain("Linked providers that sign in: 0")
            .And.Contain("Passkeys that sign in: 0").And.Contain("An authenticator app that is asked for: no");
    }

    private async Task<string> KeyAsync(string email)
    {
        var (_, old) = await api.SendAsync(email, HttpMethod.Post, "/api/v1/api-keys", new { name = "Old" });
        var (revoked, _) = await api.SendAsync(email, HttpMethod.Delete, $"/api/v1/api-keys/{old.Text("data.id")}");
        revoked.Should().Be(HttpStatusCode.NoContent);
        var (status, created) = await api.SendAsync(email, HttpMethod.Post, "/api/v1/api-keys", new { name = "Import" });
        status.Should().Be(HttpStatusCode.Created, "{0}", created);
        return created.Text("data.attributes.key")!;
    }

    private async Task EnrolAsync(string email)
    {
        var (_, begun) = await api.SendAsync(email, HttpMethod.Post, "/api/v1/me/mfa/totp");
        var app = new AuthenticatorApp(begun.Text("data.attributes.secret")!, api.Clock);
        (await api.SendAsync(email, HttpMethod.Post, "/api/v1/me/mfa/totp/confirm", new { code = app.Code() })).Status.Should().Be(HttpStatusCode.OK);
    }

    // Three linked providers and one unlinked.
    private Task LinkAsync(string email) => api.ExecuteAsync(
        $"""
        insert into access.external_identities (id, account_id, provider, issuer, subject, version, created_at, updated_at, deleted_at)
        select gen_random_uuid(), id, 'google', 'https://provider' || number || '.test', '1', 1, now(), now(), case when number = 4 then now() end
        from access.accounts, generate_series(1, 4) number where email = '{email}'
        """);

    private async Task ResetAsync(string email)
    {
        (await PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);
        var token = (await api.MailAsync(email, "Set another password")).Token;
        (await PostAsync("/api/auth/reset-password", new { token, password = NextPassword })).Status.Should().Be(HttpStatusCode.NoContent);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body)
    {
        using var client = api.CreateClient(token: null);
        using var response = await client.PostJsonAsync(path, body);
        return (response.StatusCode, await response.JsonAsync());
    }
}
