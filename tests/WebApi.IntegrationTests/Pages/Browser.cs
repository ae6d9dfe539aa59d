using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>
/// Sends what a browser sends when a person follows a link or sends a form, and keeps the cookies. It follows no redirect: a test looks at each.
/// </summary>
internal sealed class Browser : IDisposable
{
    /// <summary>What Chromium accepts when a person goes to an address.</summary>
    public const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private readonly HttpClient client;

    /// <summary>A browser that knows nothing yet.</summary>
    public Browser(ApiFixture api)
    {
        using var known = api.Anonymous;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = known.BaseAddress };
    }

    /// <summary>The cookies by name. Which address gets which is the browser's business, and looked at in the browser tests.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    /// <summary>Goes to an address.</summary>
    public Task<Answer> GoAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), [("Sec-Fetch-Site", "none"), ("Sec-Fetch-Mode", "navigate"), .. headers]);

    /// <summary>Sends a form of a page of this site.</summary>
    public Task<Answer> SubmitAsync(string address, params (string Name, string? Value)[] fields) =>
        SubmitAsync(address, fields, ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate"));

    /// <summary>Sends a form with these headers.</summary>
    public Task<Answer> SubmitAsync(string address, IEnumerable<(string Name, string? Value)> fields, params (string Name, string Value)[] headers) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                    fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!))),
            },
            headers);

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, IEnumerable<(string Name, string Value)> headers)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Accept", Accept);
            foreach (var (name, value) in headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }

            if (Cookies.Count > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            using var response = await client.SendAsync(request);
            Keep(response);
            return await Answer.OfAsync(response);
        }
    }

    /// <summary>Signs in with the usual password.</summary>
    public async Task SignInAsync(string email)
    {
        var answer = await SubmitAsync("/auth/signin", ("email", email), ("password", ApiFixture.Password));
        answer.Status.Should().Be((int)HttpStatusCode.SeeOther);
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }
    }
}
