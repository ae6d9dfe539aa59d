using System.Text.Json;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>What a provider answered, read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record ProviderAnswer(int Status, byte[] Body)
{
    private const int MaxDepth = 16;

    /// <summary>Whether it is what was asked for.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the provider has failed, and not the request.</summary>
    public bool IsFailure => Status is >= 500 or 408 or 429;

    /// <summary>The body as a JSON value of a kind.</summary>
    /// <exception cref="ExternalSignInException">It is none.</exception>
    public JsonElement Json(JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(Body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind == kind)
            {
                return document.RootElement.Clone();
            }
        }
        catch (JsonException exception)
        {
            throw Wrong($"the provider's answer, {Status}, is not JSON", exception);
        }

        throw Wrong($"the provider's answer, {Status}, is not the JSON that was asked for");
    }

    /// <summary>The body of a successful answer as a JSON value of a kind.</summary>
    /// <exception cref="ExternalSignInException">It is no success, or not such JSON.</exception>
    public JsonElement RequireJson(JsonValueKind kind) => IsSuccess ? Json(kind) : throw Wrong($"the provider answered {Status}");

    /// <summary>Something that a provider must not answer.</summary>
    public static ExternalSignInException Wrong(string detail, Exception? inner = null) => new(ExternalSignInErrorCode.ProviderError, detail, inner);

    /// <summary>A text among the members of an object; null when it is missing, empty or no text.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
