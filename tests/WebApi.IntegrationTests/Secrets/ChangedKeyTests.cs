using System.Net;
using System.Security.Cryptography;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>The key-encryption key is changed as docs/guides/operate.md says, and nobody is locked out.</summary>
public sealed class ChangedKeyTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Email = "user01@acme.test";

    [Fact]
    [Trait("Requirement", "R253")]
    public async Task Authenticators_recovery_codes_sessions_and_links_outlive_the_key()
    {
        var (app, codes) = await api.EnrolAsync(Email);
        using var login = await api.VerifyAsync(await api.ChallengeAsync(Email), app.Code());
        var (access, refresh) = await AuthApi.TokensAsync(login);
        using var asked = await api.SendAsync(HttpMethod.Post, "/api/auth/forgot-password", new { email = Email });
        var reset = (await api.MailAsync(Email, "Set another password")).Token;

        (await IsReplayedAsync(api.Anonymous, access)).Should().BeFalse();

        var next = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var used = 0;
        foreach (var keys in new[] { $"{next},{TestCluster.KeyEncryptionKey}", next })
        {
            using var client = api.StartAnother(new Dictionary<string, string> { ["Auth:KeyEncryptionKey"] = keys }).CreateDefaultClient();
            api.NextCode();
            (await SignInAsync(client, app.Code())).Should().Be(HttpStatusCode.OK);
            (await SignInAsync(client, codes[used++])).Should().Be(HttpStatusCode.OK);
            (await IsReplayedAsync(client, access)).Should().BeTrue();
            using var me = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { Authorization = new("Bearer", access) } };
            (await client.SendAsync(me)).StatusCode.Should().Be(HttpStatusCode.OK);
            using var refreshed = await client.PostJsonAsync("/api/auth/refresh", new { refreshToken = refresh });
            (access, refresh) = await AuthApi.TokensAsync(refreshed);
        }

        using var chosen = await api.SendAsync(HttpMethod.Post, "/api/auth/reset-password", new { token = reset, password = "Gl4ss bridges hum" });
        chosen.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    // Whether a change that is sent each time with the same key was answered from what is stored.
    private static async Task<bool> IsReplayedAsync(HttpClient client, string access)
    {
        using var change = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/me") { Content = System.Net.Http.Json.JsonContent.Create(new { bio = "Kept" }) };
        change.Headers.Authorization = new("Bearer", access);
        change.Headers.Add("Idempotency-Key", "kept");
        using var response = await client.SendAsync(change);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return response.Headers.Contains("Idempotency-Replayed");
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient client, string code)
    {
        using var login = await client.PostJsonAsync("/api/auth/login", new { email = Email, password = ApiFixture.Password });
        var mfaToken = (await login.JsonAsync()).Text("data.attributes.mfaToken");
        using var verified = await client.PostJsonAsync("/api/auth/mfa/verify", new { mfaToken, code });
        return verified.StatusCode;
    }
}
