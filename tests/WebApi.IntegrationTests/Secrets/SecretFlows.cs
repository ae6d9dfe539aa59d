using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>All that people do with secrets. A new way to sign in or a new credential is one more here.</summary>
internal static class SecretFlows
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SecretFlow> All { get; } =
    [
        new("sign in, refresh, sign out", SignInAsync, "access token", "refresh token", "password"),
        new("sign in wrongly", SignInWronglyAsync, "password"),
        new("use a refresh token again", ReuseAsync, "refresh token"),
        new("register", RegisterAsync, "one-time token", "password"),
        new("reset and change the password", ChangePasswordAsync, "one-time token", "password", "access token"),
        new("sign in at a provider", CredentialFlows.ExternalSignInAsync,
            "one-time token", "external_signin", "state", "code", "code_verifier", "client_secret", "access_token", "access token"),
        new("use API keys", CredentialFlows.ApiKeysAsync, "API key"),
        new("invite and accept", CredentialFlows.InvitationsAsync, "one-time token", "password"),
        new("use an authenticator app", SecondFactorFlows.TotpAsync, "secret", "one-time token", "password"),
        new("use recovery codes", SecondFactorFlows.RecoveryCodesAsync, "recovery code", "secret", "one-time token"),
        new("keep webhook endpoints", CredentialFlows.WebhooksAsync, "secret"),
        new("use passkeys", SecondFactorFlows.PasskeysAsync, "challenge", "one-time token", "password"),
    ];

    private static async Task SignInAsync(SecretsApi api)
    {
        using var login = await api.LoginAsync();
        var (access, refresh) = await AuthApi.TokensAsync(login);
        var (_, next) = await RefreshAsync(api, refresh);
        await RefreshAsync(api, next);
        using var list = await api.SendAsync(HttpMethod.Get, "/api/v1/me/sessions", null, ("Authorization", $"Bearer {access}"));
        list.StatusCode.Should().Be(HttpStatusCode.OK);
        using var logout = await api.SendAsync(
            HttpMethod.Post, "/api/auth/logout", null, ("Cookie", AuthApi.Pair(login, "access_token")), ("Origin", api.Origin));
        logout.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task SignInWronglyAsync(SecretsApi api)
    {
        using var wrong = await api.LoginAsync(ApiFixture.Member, "my-wrong-Passw0rd");
        using var unknown = await api.LoginAsync("nobody@acme.test", "a-stranger's-Passw0rd");
        using var forged = await api.SendAsync(
            HttpMethod.Get, "/api/v1/me", null, ("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3IifQ.c2lnbmF0dXJl"));
        (wrong.StatusCode, unknown.StatusCode, forged.StatusCode)
            .Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
    }

    private static async Task ReuseAsync(SecretsApi api)
    {
        using var login = await api.LoginAsync(ApiFixture.Viewer);
        var (_, refresh) = await AuthApi.TokensAsync(login);
        await RefreshAsync(api, refresh);
        api.Clock.Advance(TimeSpan.FromSeconds(11));
        using var reused = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        reused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await api.MailAsync(ApiFixture.Viewer, "We ended one of your sessions");
    }

    private static async Task RegisterAsync(SecretsApi api)
    {
        await api.RegisteredAsync();
        // One that stays pending, with what is stored of it.
        var pending = AccountsApi.NewEmail();
        await api.RegisterAsync(pending);
        api.Wire.Read(await api.VerificationTokenAsync(pending));
    }

    private static async Task ChangePasswordAsync(SecretsApi api)
    {
        var email = await api.RegisteredAsync();
        api.Wire.Read(await api.ResetTokenAsync(email));
        (await api.ResetAsync(await api.ResetTokenAsync(email, 2))).Status.Should().Be(HttpStatusCode.NoContent);
        var (access, _) = await api.SessionAsync(email, AccountsApi.NextPassword);
        var (status, _) = await api.PostAsync(
            "/api/v1/me/password", new { currentPassword = AccountsApi.NextPassword, newPassword = "Second 2 thoughts" }, access);
        status.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task<(string Access, string Refresh)> RefreshAsync(SecretsApi api, string refreshToken)
    {
        using var response = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken });
        return await AuthApi.TokensAsync(response);
    }
}
