using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Concise helpers for JSON over HTTP.</summary>
public static class Json
{
    /// <summary>Returns the body of a response.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return document.RootElement.Clone();
    }

    /// <summary>Returns the body of a successful GET.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var body = await response.JsonAsync();
        response.IsSuccessStatusCode.Should().BeTrue("GET {0} answered {1}: {2}", path, (int)response.StatusCode, body);
        return body;
    }

    /// <summary>Returns the value at a dotted path; array positions are numbers: <c>error.details.0.code</c>.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var part in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
            {
                throw new KeyNotFoundException($"There is no '{part}' of '{path}' in {element}");
            }
        }

        return element;
    }

    /// <summary>Returns the text at a dotted path.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>POSTs an object.</summary>
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, object body) => client.PostAsJsonAsync(path, body);

    /// <summary>POSTs raw text.</summary>
    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient client, string path, string body, string mediaType = "application/json") =>
        client.PostAsync(path, new StringContent(body, Encoding.UTF8, mediaType));

    /// <summary>PATCHes raw text.</summary>
    public static Task<HttpResponseMessage> PatchTextAsync(this HttpClient client, string path, string body, string mediaType = "application/merge-patch+json") =>
        client.PatchAsync(path, new StringContent(body, Encoding.UTF8, mediaType));

    /// <summary>PUTs an object.</summary>
    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string path, object body) => client.PutAsJsonAsync(path, body);
}
