using System.Net;
using System.Security.Cryptography;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Invitations;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>What people do with API keys, invitations and identities at other providers.</summary>
internal static class CredentialFlows
{
    private const string KeysPath = "/api/v1/api-keys";
    private const string WebhooksPath = "/api/v1/webhooks";
    private const string Provider = "/api/auth/external/github";

    public static async Task ApiKeysAsync(SecretsApi api)
    {
        var owner = await api.TokenAsync(ApiFixture.Member);
        var (_, live) = await CreateAsync(api, owner, KeysPath, new { name = "Import" });
        var (path, old) = await CreateAsync(api, owner, KeysPath, new { name = "Export", mode = "test" });
        var (_, next) = await CreateAsync(api, owner, $"{path}/rotate", new { gracePeriodSeconds = 3600 });
        foreach (var key in new[] { live, old, next })
        {
            (await api.IsAliveAsync(key)).Should().BeTrue();
        }

        // Where it is none, and one that is dead.
        using var cookie = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Cookie", $"access_token={live}"));
        using var revoked = await api.SendAsync(HttpMethod.Delete, path, null, ("Authorization", $"Bearer {owner}"));
        (cookie.StatusCode, revoked.StatusCode, await api.IsAliveAsync(old)).Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent, false));
    }

    public static async Task WebhooksAsync(SecretsApi api)
    {
        var admin = await api.TokenAsync(ApiFixture.Admin);
        var (status, created) = await api.PostAsync(WebhooksPath, new { url = "https://hooks.example.com/" }, admin);
        status.Should().Be(HttpStatusCode.Created, created.GetRawText());
        var (_, rotated) = await api.PostAsync($"{WebhooksPath}/{created.Text("data.id")}/rotate-secret", new { }, admin);
        foreach (var secret in new[] { created, rotated }.Select(body => body.Text("data.attributes.secret")!))
        {
            // The bytes that it stands for, too.
            api.Wire.Read($$"""{"secret":"{{WebEncoders.Base64UrlEncode(Convert.FromBase64String(secret["whsec_".Length..]))}}"}""");
        }
    }

    public static async Task InvitationsAsync(SecretsApi api)
    {
        var id = await api.InviteAsync("joins@fresh.test");
        var first = await api.InvitationTokenAsync("joins@fresh.test");
        api.Wire.Read(first);
        (await ((ApiFixture)api).PostAsync(ApiFixture.Admin, $"{InvitationsApi.Path}/{id}/resend", null)).Status.Should().Be(HttpStatusCode.OK);
        (await api.AcceptAsync(first)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.AcceptAsync(await api.InvitationTokenAsync("joins@fresh.test", 2), "Joined with 3 words")).Status.Should().Be(HttpStatusCode.Created);

        // One that stays pending.
        await api.InviteAsync("waits@fresh.test");
        api.Wire.Read(await api.InvitationTokenAsync("waits@fresh.test"));
    }

    public static async Task ExternalSignInAsync(SecretsApi api)
    {
        var (cookie, state) = await BeginAsync(api);
        using var stranger = await api.GoAsync(Callback(state), cookie: null);
        stranger.Headers.Location!.OriginalString.Should().Be("/auth/error?code=state_mismatch");
        (cookie, state) = await BeginAsync(api);
        using var signedIn = await api.GoAsync(Callback(state), cookie);
        signedIn.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        using var again = await api.GoAsync(Callback(state), cookie);
        again.Headers.Location!.OriginalString.Should().Be("/auth/error?code=state_mismatch");

        // One that nobody comes back from.
        await BeginAsync(api);
    }

    private static async Task<(string Path, string Key)> CreateAsync(SecretsApi api, string owner, string path, object body)
    {
        var (status, created) = await api.PostAsync(path, body, owner);
        status.Should().Be(HttpStatusCode.Created, created.GetRawText());
        return ($"{KeysPath}/{created.Text("data.id")}", created.Text("data.attributes.key")!);
    }

    private static async Task<(string Cookie, string State)> BeginAsync(SecretsApi api)
    {
        using var response = await api.GoAsync(Provider, cookie: null);
        response.StatusCode.Should().Be(HttpStatusCode.Found);
        return (AuthApi.Pair(response, "external_signin"), QueryHelpers.ParseQuery(response.Headers.Location!.Query)["state"].ToString());
    }

    private static string Callback(string state) => $"{Provider}/callback?state={state}&code={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
}
