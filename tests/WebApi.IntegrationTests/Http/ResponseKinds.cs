using System.Globalization;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>One response of every kind.</summary>
internal static class ResponseKinds
{
    private static readonly Dictionary<string, Func<ApiFixture, Task<Answer>>> Kinds = new(StringComparer.Ordinal)
    {
        ["200"] = api => SendAsync(api, "GET", "/api/v1/me"),
        ["200 list"] = api => SendAsync(api, "GET", "/api/v1/users"),
        ["201"] = async api => await SendAsync(api, "POST", $"/api/v1/users/{await api.UserIdAsync(ApiFixture.Admin)}/posts", """{"title":"Title"}"""),
        ["204"] = LogoutAsync,
        ["304"] = async api => await SendAsync(api, "GET", "/api/v1/me", null, ("If-None-Match", "*")),
        ["400"] = api => SendAsync(api, "POST", "/api/v1/users", "{"),
        ["401"] = api => SendAnonymouslyAsync(api, "/api/v1/me"),
        ["403"] = ForbiddenAsync,
        ["404 route"] = api => SendAnonymouslyAsync(api, "/nowhere"),
        ["404 resource"] = api => SendAsync(api, "GET", "/api/v1/users/usr_01h455vb4pex5vsknk084sn02q"),
        ["405"] = api => SendAsync(api, "DELETE", "/api/v1/me"),
        ["406"] = api => SendAsync(api, "GET", "/api/v1/me", null, ("Accept", "image/png")),
        ["409"] = api => SendAsync(api, "POST", "/api/v1/users", $$"""{"email":"{{ApiFixture.Member}}","name":"Again"}"""),
        ["412"] = api => SendAsync(api, "PATCH", "/api/v1/me", "{}", ("If-Match", "\"0\"")),
        ["413"] = api => SendAsync(api, "POST", "/api/v1/users", $$"""{"name":"{{new string('a', 1024 * 1024)}}"}"""),
        ["415"] = UnsupportedAsync,
        ["422"] = api => SendAsync(api, "POST", "/api/v1/users", "{}"),
        ["429"] = api => FailAsync(api, "RateLimitError"),
        ["500"] = api => FailAsync(api, "unexpected"),
        ["502"] = api => FailAsync(api, "UpstreamError"),
        ["503"] = api => FailAsync(api, "ServiceUnavailableError"),
        ["504"] = api => FailAsync(api, "UpstreamTimeoutError"),
        ["200 problem page"] = api => SendAnonymouslyAsync(api, "/docs/errors/NOT_FOUND"),
        ["200 docs"] = api => SendAnonymouslyAsync(api, "/docs"),
        ["200 style"] = api => SendAnonymouslyAsync(api, "/docs/docs.css"),
        ["304 style"] = UnchangedAsync,
        ["200 script"] = api => SendAnonymouslyAsync(api, "/docs/swagger-ui-bundle.js"),
        ["404 static"] = api => SendAnonymouslyAsync(api, "/docs/nothing.js"),
        ["200 document"] = api => SendAnonymouslyAsync(api, "/openapi/v1.json"),
        ["200 live"] = api => SendAnonymouslyAsync(api, "/health/live"),
        ["200 ready"] = api => SendAnonymouslyAsync(api, "/health/ready"),
        ["200 keys"] = api => SendAnonymouslyAsync(api, "/.well-known/openid-configuration/jwks"),
    };

    /// <summary>The names; each starts with its status.</summary>
    public static IEnumerable<string> Names => Kinds.Keys;

    /// <summary>The names of the HTML pages.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["200 problem page", "200 docs"];

    /// <summary>Gets a response of the kind, from an API with the failing controller.</summary>
    public static async Task<Answer> GetAsync(ApiFixture api, string name)
    {
        var answer = await Kinds[name](api);
        answer.Status.Should().Be(int.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture), $"{name}: {answer}");
        return answer;
    }

    private static async Task<Answer> SendAsync(ApiFixture api, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        return json is null ? await client.AnswerAsync(method, path, headers) : await client.AnswerAsync(method, path, json, headers);
    }

    private static async Task<Answer> SendAnonymouslyAsync(ApiFixture api, string path)
    {
        using var client = api.Anonymous;
        return await client.AnswerAsync("GET", path);
    }

    private static Task<Answer> FailAsync(ApiFixture api, string name) => SendAnonymouslyAsync(api, $"{FailuresController.Path}/{name}");

    private static async Task<Answer> ForbiddenAsync(ApiFixture api)
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        return await client.AnswerAsync("GET", "/api/v1/users");
    }

    private static async Task<Answer> LogoutAsync(ApiFixture api)
    {
        using var client = api.CreateClient(await api.SignInAsync(ApiFixture.Viewer));
        return await client.AnswerAsync("POST", "/api/auth/logout");
    }

    private static async Task<Answer> UnchangedAsync(ApiFixture api)
    {
        using var client = api.Anonymous;
        var tag = (await client.AnswerAsync("GET", "/docs/swagger-ui.css")).Header("ETag")!;
        return await client.AnswerAsync("GET", "/docs/swagger-ui.css", ("If-None-Match", tag));
    }

    private static async Task<Answer> UnsupportedAsync(ApiFixture api)
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        return await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/users") { Content = Calls.Content("{}"u8.ToArray(), "text/plain") });
    }
}
