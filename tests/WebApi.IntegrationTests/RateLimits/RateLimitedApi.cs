using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>The API with the limits that it has by default. Each test has people and networks of its own.</summary>
public class RateLimitedApi : ApiFixture
{
    private int lastNetwork;
    private int lastPerson;

    /// <summary>A client of somebody who has not signed in, from a network that nobody has used.</summary>
    public HttpClient Stranger(Uri? at = null) => Stranger(NextNetwork(), at);

    /// <summary>A client of somebody who has not signed in.</summary>
    public HttpClient Stranger(string network, Uri? at = null) => new(LoopbackNetwork.Handler(network)) { BaseAddress = at ?? BaseAddress };

    /// <summary>A network that nobody has used.</summary>
    public string NextNetwork()
    {
        var number = Interlocked.Increment(ref lastNetwork);
        return $"127.1.{number / 250}.{(number % 250) + 1}";
    }

    /// <summary>A client of a member of Acme who has sent nothing but a sign-in.</summary>
    public Task<HttpClient> PersonAsync(string? network = null, Uri? at = null) => SignedInAsync(NextPerson(), network, at);

    /// <summary>A client of somebody, in a session of its own.</summary>
    public async Task<HttpClient> SignedInAsync(string email, string? network = null, Uri? at = null)
    {
        var client = Stranger(network ?? NextNetwork(), at);
        var session = await client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{email}}","password":"{{Password}}"}""");
        client.DefaultRequestHeaders.Authorization = new("Bearer", session.Json.Text("data.attributes.accessToken"));
        return client;
    }

    /// <summary>A demo user that no other test uses.</summary>
    public string NextPerson() => $"user{Interlocked.Increment(ref lastPerson):00}@acme.test";

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["RateLimiting:Enabled"] = "true" };
}
