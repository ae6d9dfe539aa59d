using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for sign-in and sign-out tests.</summary>
public class AuthApi : ApiFixture
{
    /// <summary>Signs in.</summary>
    public async Task<HttpResponseMessage> LoginAsync(string email = Admin, string password = Password, string? cookie = null) =>
        await SendAsync(HttpMethod.Post, "/api/auth/login", new { email, password }, ("Cookie", cookie));

    /// <summary>Sends a request with headers; those with null are omitted.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = CreateClient(token: null);
        return await client.SendAsync(request);
    }

    /// <summary>The origin of the API's own pages.</summary>
    public string Origin => Anonymous.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Returns the response's Set-Cookie lines by name.</summary>
    public static Dictionary<string, string> Cookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines.ToDictionary(line => line.Split('=')[0], StringComparer.Ordinal) : [];

    /// <summary>Returns a cookie as a browser sends it.</summary>
    public static string Pair(HttpResponseMessage response, string name) => Cookies(response)[name].Split(';')[0];

    /// <summary>Returns the attributes of a cookie, in lower case and sorted.</summary>
    public static string Attributes(HttpResponseMessage response, string name) =>
        string.Join("; ", Cookies(response)[name].Split("; ").Skip(1).Select(attribute => attribute.ToLowerInvariant()).Order(StringComparer.Ordinal));

    /// <summary>Returns the response's tokens.</summary>
    public static async Task<(string Access, string Refresh)> TokensAsync(HttpResponseMessage response)
    {
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var attributes = (await response.JsonAsync()).At("data.attributes");
        return (attributes.Text("accessToken")!, attributes.Text("refreshToken")!);
    }
}
