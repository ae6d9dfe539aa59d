using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An API with people who have keys.</summary>
public sealed class ApiKeysApi : UsersApi
{
    /// <summary>The collection.</summary>
    public const string Keys = "/api/v1/api-keys";

    /// <summary>What somebody is told whose key is no good, whatever the reason.</summary>
    public const string Dead = "Invalid or expired token";

    /// <summary>Makes a key, and answers where it is and what it is.</summary>
    public async Task<(string Path, string Key)> CreateAsync(string email, object? body = null)
    {
        var created = (await SendAsync(email, "POST", Keys, body ?? new { name = "Import" })).Expect(HttpStatusCode.Created);
        return ($"{Keys}/{created.Text("data.id")}", created.Text("data.attributes.key")!);
    }

    /// <summary>Does something later; the time is as before afterwards, because people have signed in for minutes only.</summary>
    public async Task LaterAsync(TimeSpan by, Func<Task> act)
    {
        Clock.AdjustTime(Clock.GetUtcNow() + by);
        try
        {
            await act();
        }
        finally
        {
            Clock.AdjustTime(Clock.GetUtcNow() - by);
        }
    }

    /// <summary>Whether a key is good.</summary>
    public async Task<bool> IsGoodAsync(string key) => (await SendWithTokenAsync(key, "GET", "/api/v1/me")).Status == HttpStatusCode.OK;

    /// <summary>Fails unless a key is refused like any other that is no good.</summary>
    public async Task ExpectDeadAsync(string key)
    {
        var answer = await SendWithTokenAsync(key, "GET", "/api/v1/me");
        answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead).Headers["WWW-Authenticate"].Should().Contain("invalid_token");
    }
}
