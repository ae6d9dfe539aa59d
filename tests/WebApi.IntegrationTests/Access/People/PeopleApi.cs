using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>The API with people who belong to several organizations.</summary>
public class PeopleApi : AccountsApi
{
    /// <summary>Creates an organization with an administrator who can sign in; returns their address.</summary>
    public Task<string> OrganizationAsync(string name) => RegisteredAsync(name);

    /// <summary>Signs in and returns a client, in an organization where one is named.</summary>
    public async Task<HttpClient> SignedInAsync(string email, string? organizationId = null, string password = FirstPassword)
    {
        var (status, body) = await PostAsync("/api/auth/login", new { email, password, organizationId });
        status.Should().Be(HttpStatusCode.OK, body.ToString());
        return CreateClient(body.Text("data.attributes.accessToken"));
    }

    /// <summary>Invites an address as the administrator of an organization.</summary>
    public async Task<string> InviteAsync(string administrator, string email, string? role = "MEMBER")
    {
        using var client = await SignedInAsync(administrator);
        using var response = await client.PostJsonAsync("/api/v1/invitations", role is null ? new { email } : new { email, role });
        var body = await response.JsonAsync();
        response.IsSuccessStatusCode.Should().BeTrue(body.ToString());
        return body.Text("data.id")!;
    }

    /// <summary>Accepts the only invitation of a signed-in person.</summary>
    public static async Task AcceptOnlyAsync(HttpClient client)
    {
        var id = (await client.JsonAsync("/api/v1/me/invitations")).At("data").EnumerateArray().Single().Text("id");
        using var response = await client.PostJsonAsync($"/api/v1/me/invitations/{id}/accept", new { });
        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Switches to another organization and returns a client.</summary>
    public async Task<HttpClient> SwitchedAsync(HttpClient client, string organizationId)
    {
        using var response = await client.PostJsonAsync("/api/auth/switch-organization", new { organizationId });
        return CreateClient((await TokensAsync(response)).Access);
    }

    /// <summary>The names and ids of a person's organizations.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OrganizationsAsync(HttpClient client) =>
        (await client.JsonAsync("/api/v1/me/organizations")).At("data").EnumerateArray()
            .ToDictionary(one => one.Text("attributes.name")!, one => one.Text("id")!, StringComparer.Ordinal);

    /// <summary>Creates a person in two organizations, First Ltd as its administrator and Second Ltd as a member; returns the administrator of the second too.</summary>
    public async Task<(string Email, string First, string Second, string SecondAdmin)> PersonAsync()
    {
        var (email, admin) = (await OrganizationAsync("First Ltd"), await OrganizationAsync("Second Ltd"));
        await InviteAsync(admin, email);
        using var client = await SignedInAsync(email);
        await AcceptOnlyAsync(client);
        var organizations = await OrganizationsAsync(client);
        return (email, organizations["First Ltd"], organizations["Second Ltd"], admin);
    }

    /// <summary>Signs in and returns the tokens.</summary>
    public async Task<(string Access, string Refresh)> TokensInAsync(string email, string organizationId)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/auth/login", new { email, password = FirstPassword, organizationId });
        return await TokensAsync(response);
    }

    /// <summary>Status and first code of an answer.</summary>
    public static async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(HttpResponseMessage response)
    {
        JsonElement body = await response.JsonAsync();
        return (response.StatusCode, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out _) ? body.Text("error.details.0.code") ?? body.Text("error.code") : null);
    }
}
