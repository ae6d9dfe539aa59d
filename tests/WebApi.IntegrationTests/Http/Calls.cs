using System.Net.Http.Headers;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Sends requests and reads the responses.</summary>
internal static class Calls
{
    /// <summary>Sends a request.</summary>
    public static async Task<Answer> AnswerAsync(this HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            return await Answer.OfAsync(response);
        }
    }

    /// <summary>Sends a request without a body.</summary>
    public static Task<Answer> AnswerAsync(this HttpClient client, string method, string path, params (string Name, string Value)[] headers) =>
        client.AnswerAsync(new HttpRequestMessage(new HttpMethod(method), path).With(headers));

    /// <summary>Sends a request with raw JSON.</summary>
    public static Task<Answer> AnswerAsync(this HttpClient client, string method, string path, string json, params (string Name, string Value)[] headers) =>
        client.AnswerAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = Content(Encoding.UTF8.GetBytes(json)) }.With(headers));

    /// <summary>Creates a body; null: without a media type.</summary>
    public static ByteArrayContent Content(byte[] bytes, string? mediaType = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        if (mediaType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return content;
    }

    /// <summary>Adds headers without validation.</summary>
    public static HttpRequestMessage With(this HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue($"{name} can be sent");
        }

        return request;
    }

    /// <summary>Adds a bearer token.</summary>
    public static HttpRequestMessage As(this HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
