using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Two instances with one database, and an administrator of Acme with a second factor, who changes its policy.</summary>
public sealed class PolicyApi : SecondFactorApi
{
    private AuthenticatorApp app = null!;

    /// <summary>The second instance.</summary>
    public ApiFactory Another { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Another = StartAnother();
        (app, _) = await EnrolAsync(Admin);
    }

    /// <summary>Signs the administrator in with both factors.</summary>
    public async Task<HttpClient> AdministratorAsync()
    {
        NextCode();
        return await ClientAsync(Admin, app.Code());
    }

    /// <summary>Changes whether Acme requires a second factor, as the administrator does it.</summary>
    public async Task RequireAsync(bool isRequired)
    {
        using var admin = await AdministratorAsync();
        await RequireAsync(admin, isRequired);
    }

    /// <summary>The same with a client that is there.</summary>
    public static async Task RequireAsync(HttpClient admin, bool isRequired)
    {
        using var response = await admin.PatchTextAsync("/api/v1/organization", isRequired ? """{"requireSecondFactor":true}""" : """{"requireSecondFactor":false}""");
        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Status and reason of a read of the users, with an access token or a key, at both instances, which say the same.</summary>
    public async Task<(HttpStatusCode Status, string? Reason)> ReadAsync(string credential, string path = "/api/v1/users")
    {
        var answers = new List<(HttpStatusCode Status, string? Reason)>();
        foreach (var client in new[] { Another.CreateDefaultClient(), CreateClient(token: null) })
        {
            using (client)
            {
                client.DefaultRequestHeaders.Authorization = new("Bearer", credential);
                using var response = await client.GetAsync(path);
                var body = await response.JsonAsync();
                answers.Add((response.StatusCode, body.TryGetProperty("error", out _) ? body.At("error.details").EnumerateArray().Select(detail => detail.Text("code")).FirstOrDefault() : null));
            }
        }

        return answers.Distinct().Should().ContainSingle().Subject;
    }

    /// <summary>Creates a key as whoever an access token is of.</summary>
    public async Task<string> KeyAsync(string access)
    {
        using var client = CreateClient(access);
        using var response = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Import" });
        JsonElement body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.Created, body.ToString());
        return body.Text("data.attributes.key")!;
    }

    /// <summary>Signs in without a second factor.</summary>
    public async Task<(string Access, string Refresh)> SessionAsync(string email)
    {
        using var response = await LoginAsync(email);
        return await TokensAsync(response);
    }

    /// <summary>Refreshes.</summary>
    public async Task<(string Access, string Refresh)> RefreshAsync(string refreshToken)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken });
        return await TokensAsync(response);
    }
}
