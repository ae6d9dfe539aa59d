using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for passkey tests.</summary>
public sealed class PasskeyApi : ApiFixture
{
    /// <summary>The path of the caller's passkeys.</summary>
    public const string Path = "/api/v1/me/passkeys";

    /// <summary>The origin of the passkeys.</summary>
    public const string Origin = "http://localhost:5080";

    /// <summary>Creates a user with the default password.</summary>
    public async Task<string> PersonAsync()
    {
        var email = $"p{Guid.NewGuid():N}@acme.test";
        using var admin = await ClientAsync(Admin);
        using var created = await admin.PostJsonAsync("/api/v1/users", new { email, name = "Some Body", role = "MEMBER" });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var id = (await created.JsonAsync()).Text("data.id");
        using var activated = await admin.PostJsonAsync($"/api/v1/users/{id}/activate", new { });
        activated.StatusCode.Should().Be(HttpStatusCode.OK);
        await GiveAccountAsync(email);
        return email;
    }

    /// <summary>Begins a registration and returns the token and the options.</summary>
    public async Task<(string Token, JsonElement Options)> BeginAsync(string email)
    {
        using var client = await ClientAsync(email);
        return await BeginAsync(client, $"{Path}/options", new { });
    }

    /// <summary>Completes a registration.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> FinishAsync(string email, string token, object credential, string name = "Laptop")
    {
        using var client = await ClientAsync(email);
        using var response = await client.PostJsonAsync(Path, new { token, credential, name });
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Adds a passkey of an authenticator and returns its id.</summary>
    internal async Task<string> AddAsync(string email, SoftAuthenticator authenticator, string name = "Laptop")
    {
        var (token, options) = await BeginAsync(email);
        var (status, body) = await FinishAsync(email, token, authenticator.Create(options), name);
        status.Should().Be(HttpStatusCode.Created, "{0}", body);
        return body.Text("data.id")!;
    }

    /// <summary>Removes a passkey.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> RemoveAsync(string email, string id, string? ifMatch = null) =>
        SendAsync(email, HttpMethod.Delete, $"{Path}/{id}", body: null, ifMatch);

    /// <summary>Begins a sign-in and returns the token and the options.</summary>
    public async Task<(string Token, JsonElement Options)> ChallengeAsync(string? mfaToken = null)
    {
        using var client = Anonymous;
        return await BeginAsync(client, "/api/auth/passkeys/options", new { mfaToken });
    }

    /// <summary>Completes a sign-in.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> VerifyAsync(string token, object credential, string? mfaToken = null)
    {
        using var client = Anonymous;
        using var response = await client.PostJsonAsync("/api/auth/passkeys/verify", new { token, credential, mfaToken });
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Performs a whole sign-in.</summary>
    internal async Task<(HttpStatusCode Status, JsonElement Body)> SignInAsync(SoftAuthenticator authenticator, Tampering? tampering = null)
    {
        var (token, options) = await ChallengeAsync();
        return await VerifyAsync(token, authenticator.Get(options, tampering));
    }

    /// <summary>Sends a request as a user and returns status and body.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string email, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var client = await ClientAsync(email);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Counts the audit entries of an action on a target.</summary>
    public Task<long> AuditedAsync(string action, string id, string outcome = "SUCCEEDED") => ScalarAsync<long>(
        $"select count(*) from auditing.audit_logs where action = '{action}' and target_id = '{id}' and outcome = '{outcome}' and (actor_id is null) = (outcome = 'FAILED')");

    private static async Task<(string Token, JsonElement Options)> BeginAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostJsonAsync(path, body);
        var json = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", json);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        return (json.Text("data.attributes.token")!, json.At("data.attributes.options"));
    }
}
