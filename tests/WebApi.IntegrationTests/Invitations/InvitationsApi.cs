using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>Calls of this module.</summary>
internal static class InvitationsApi
{
    public const string Path = "/api/v1/invitations";

    /// <summary>The password of those who accept.</summary>
    public const string Password = "Gl4ss bridges hum";

    /// <summary>Sends a body as somebody.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(this ApiFixture api, string? email, string path, object? body)
    {
        using var client = email is null ? api.Anonymous : await api.ClientAsync(email);
        using var response = await client.PostJsonAsync(path, body ?? new { });
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Invites; the invitation's id.</summary>
    public static async Task<string> InviteAsync(this ApiFixture api, string email, string role = "MEMBER", string by = ApiFixture.Admin)
    {
        var (status, body) = await api.PostAsync(by, Path, new { email, role });
        status.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.OK], body.GetRawText());
        return body.Text("data.id")!;
    }

    /// <summary>The token in the nth mail to an address.</summary>
    public static async Task<string> InvitationTokenAsync(this ApiFixture api, string email, int number = 1) => (await api.MailAsync(email, "invited", number)).Token;

    /// <summary>Accepts.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> AcceptAsync(this ApiFixture api, string token, string password = Password, string name = "Grace Hopper") =>
        api.PostAsync(null, $"{Path}/accept", new { token, name, password });

    /// <summary>Revokes.</summary>
    public static async Task<HttpStatusCode> RevokeAsync(this ApiFixture api, string id, string? version = null)
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Path}/{id}");
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Entries of the audit log.</summary>
    public static Task<long> AuditedAsync(this ApiFixture api, string action, string condition) =>
        api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where action = '{action}' and {condition}");
}
