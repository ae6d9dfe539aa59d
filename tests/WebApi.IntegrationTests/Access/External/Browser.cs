using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>
/// A browser with its own cookies that follows redirects one by one. Requests to the service's configured address go to the address where the test runs it.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const string Site = "http://127.0.0.1:5080";

    private readonly HttpClient http;
    private readonly Uri api;
    private readonly CookieContainer cookies = new();

    /// <summary>A browser without cookies.</summary>
    public Browser(ApiFixture fixture)
    {
        api = fixture.Anonymous.BaseAddress!;
        // The service's responses are compared with the OpenAPI document.
        http = new HttpClient(new ContractHandler(fixture) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } });
        Providers = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    private HttpClient Providers { get; }

    /// <summary>Starts a sign-in and returns the provider's address.</summary>
    public async Task<Uri> BeginAsync(string provider, string? returnUrl = null)
    {
        using var response = await GetAsync($"/api/auth/external/{provider}{(returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}");
        response.StatusCode.Should().Be(HttpStatusCode.Found, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!;
    }

    /// <summary>Authenticates at the provider and returns the callback address, without requesting it.</summary>
    public async Task<Uri> ThroughAsync(Uri provider)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            if (provider.GetLeftPart(UriPartial.Authority) == Site)
            {
                return provider;
            }

            using var response = await SendAsync(Providers, new HttpRequestMessage(HttpMethod.Get, provider));
            response.Headers.Location.Should().NotBeNull($"{provider} answers {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            provider = new Uri(provider, response.Headers.Location!);
        }

        throw new InvalidOperationException("The provider leads nowhere.");
    }

    /// <summary>Sends a GET to the service.</summary>
    public Task<HttpResponseMessage> GetAsync(string pathAndQuery, string? accept = null, string? host = null) =>
        SendAsync(HttpMethod.Get, pathAndQuery, null, accept, host: host);

    /// <summary>Requests the callback.</summary>
    public Task<HttpResponseMessage> ReturnAsync(Uri callback) => GetAsync(callback.PathAndQuery);

    /// <summary>Sends a request to the service, same-origin unless another origin is given.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string pathAndQuery, object? body = null, string? accept = null, string site = "same-origin", string? host = null)
    {
        var request = new HttpRequestMessage(method, new Uri(api, pathAndQuery)) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        request.Headers.Host = host;
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return SendAsync(http, request);
    }

    /// <summary>Goes to one of the service's pages.</summary>
    public Task<HttpResponseMessage> GoAsync(string path) => SendAsync(Providers, new HttpRequestMessage(HttpMethod.Get, new Uri(api, path)));

    /// <summary>Sends the form of one of the service's pages.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return SendAsync(Providers, request);
    }

    /// <summary>Performs a whole sign-in and returns the last response.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string provider, string email, string? returnUrl = null) =>
        await ReturnAsync(await ThroughAsync(As(await BeginAsync(provider, returnUrl), email)));

    /// <summary>Returns the address with a login hint for the provider's user.</summary>
    public static Uri As(Uri provider, string email) => With(With(provider, "login_hint", email), "login", email);

    /// <summary>Returns the address with another parameter.</summary>
    public static Uri With(Uri address, string name, string value) => new($"{address.AbsoluteUri}&{name}={Uri.EscapeDataString(value)}");

    /// <summary>Whether the browser has a cookie of the service.</summary>
    public bool Has(string cookie) => cookies.GetAllCookies().Any(one => one.Name == cookie && one.Value.Length > 0);

    /// <summary>Returns the signed-in user; null when anonymous.</summary>
    public async Task<System.Text.Json.JsonElement?> MeAsync()
    {
        using var response = await GetAsync("/api/v1/me");
        return response.StatusCode == HttpStatusCode.OK ? await response.JsonAsync() : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        Providers.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await client.SendAsync(request);
            foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
            {
                // Production's cookies are Secure, and the test has no TLS.
                cookies.SetCookies(request.RequestUri!, line.Replace("; secure", "", StringComparison.OrdinalIgnoreCase));
            }

            return response;
        }
    }
}
