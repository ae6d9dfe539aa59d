using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>Deserializes a body; on failure, collects all errors.</summary>
public static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body; never null.</summary>
    /// <exception cref="MalformedRequestError">The body is not well-formed JSON.</exception>
    /// <exception cref="ValidationError">The body does not match the type.</exception>
    public static object Read(ReadOnlyMemory<byte> body, JsonTypeInfo type)
    {
        var json = body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        if (!Utf8.IsValid(json.Span))
        {
            throw new MalformedRequestError("The body is not valid UTF-8");
        }

        try
        {
            if (JsonSerializer.Deserialize(json.Span, type) is { } value)
            {
                RequirePairedSurrogates(json.Span);
                return value;
            }
        }
        catch (JsonException exception)
        {
            throw Diagnose(json, type, exception.Path);
        }

        throw Diagnose(json, type, null);
    }

    // Members that keep raw JSON are not decoded above; PostgreSQL rejects an unpaired surrogate.
    private static void RequirePairedSurrogates(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) >= 0)
        {
            JsonSyntax.Require(json);
        }
    }

    private static ValidationError Diagnose(ReadOnlyMemory<byte> json, JsonTypeInfo type, string? path)
    {
        JsonSyntax.Require(json.Span);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonSetup.MaxDepth });
        var errors = JsonDiagnosis.Of(document.RootElement, type);
        if (errors.Count > 0)
        {
            return new ValidationError(errors);
        }

        var field = path is null or "$" ? null : path.Replace("$.", "", StringComparison.Ordinal);
        return new ValidationError([new ErrorDetail(field, FieldCodes.InvalidValue, "Invalid value")]);
    }
}
