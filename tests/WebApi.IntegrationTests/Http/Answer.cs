using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A response with its whole body.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">All headers; several values joined by a comma.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The error code of a failed response.</summary>
    public string? Code => Json.Text("error.code");

    /// <summary>The request id.</summary>
    public string RequestId => Headers["X-Request-ID"];

    /// <summary>Returns a header; null when it is missing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads a response.</summary>
    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsStringAsync());

    /// <inheritdoc />
    public override string ToString() => $"{Status} {(Body.Length > 400 ? string.Concat(Body.AsSpan(0, 400), "…") : Body)}";
}
