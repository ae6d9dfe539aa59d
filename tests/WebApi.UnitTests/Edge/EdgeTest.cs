using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CleanApi.WebApi.UnitTests.Edge;

/// <summary>The base of tests of the HTTP layer.</summary>
public abstract class EdgeTest(EdgeHost host) : IClassFixture<EdgeHost>
{
    /// <summary>The edge.</summary>
    protected EdgeHost Host { get; } = host;

    /// <summary>Sends a request.</summary>
    protected Task<HttpResponseMessage> Send(
        string method, string path, string? body = null, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Host.Client.SendAsync(request);
    }

    /// <summary>Returns the body of a successful response.</summary>
    protected static async Task<string> Body(HttpResponseMessage response)
    {
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Returns the error of a failed response, in the envelope.</summary>
    protected static async Task<JsonElement> Error(HttpResponseMessage response, int status, string code)
    {
        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().Should().Be(code);
        error.GetProperty("requestId").GetString().Should().Be(response.Headers.GetValues("X-Request-ID").Single());
        error.GetProperty("documentation").GetString().Should().EndWith($"/docs/errors/{code}");
        return error;
    }

    /// <summary>Returns field and code of every detail.</summary>
    protected static IEnumerable<(string? Field, string? Code)> Details(JsonElement error) =>
        error.GetProperty("details").EnumerateArray().Select(detail => (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString()));
}
