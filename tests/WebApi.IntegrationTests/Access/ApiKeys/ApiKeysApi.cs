using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for API key tests.</summary>
public class ApiKeysApi : UsersApi
{
    /// <summary>The collection.</summary>
    public const string Keys = "/api/v1/api-keys";

    /// <summary>The message for every invalid key.</summary>
    public const string Dead = "Invalid, expired or revoked API key";

    /// <summary>Creates a key and returns its path and secret.</summary>
    public async Task<(string Path, string Key)> CreateAsync(string email, object? body = null)
    {
        var created = (await SendAsync(email, "POST", Keys, body ?? new { name = "Import" })).Expect(HttpStatusCode.Created);
        return ($"{Keys}/{created.Text("data.id")}", created.Text("data.attributes.key")!);
    }

    /// <summary>Runs work at a later time and restores the clock, because access tokens last only minutes.</summary>
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

    /// <summary>Whether a key is valid.</summary>
    public async Task<bool> IsValidAsync(string key) => (await SendWithTokenAsync(key, "GET", "/api/v1/me")).Status == HttpStatusCode.OK;

    /// <summary>Asserts that a key is rejected like every invalid key.</summary>
    public async Task ExpectInvalidAsync(string key)
    {
        var answer = await SendWithTokenAsync(key, "GET", "/api/v1/me");
        answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", Dead).Headers["WWW-Authenticate"].Should().Contain("invalid_token");
    }
}
