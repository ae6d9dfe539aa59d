using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>Deserializes a body; on failure, collects all faults and reads what has none.</summary>
public static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body.</summary>
    /// <returns>
    /// The value without faults; or the faults, with a value that lacks the members which have them, so that the others can be validated. Null: nothing
    /// is left to be read.
    /// </returns>
    /// <exception cref="MalformedRequestError">The body is not well-formed JSON.</exception>
    public static (object? Value, IReadOnlyList<ErrorDetail> Faults) Read(ReadOnlyMemory<byte> body, JsonTypeInfo type)
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
                return (value, []);
            }
        }
        catch (JsonException exception)
        {
            return Diagnose(json, type, exception.Path);
        }

        return Diagnose(json, type, null);
    }

    // Members that keep raw JSON are not decoded above; PostgreSQL rejects an unpaired surrogate.
    private static void RequirePairedSurrogates(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) >= 0)
        {
            JsonSyntax.Require(json);
        }
    }

    private static (object? Value, IReadOnlyList<ErrorDetail> Faults) Diagnose(ReadOnlyMemory<byte> json, JsonTypeInfo type, string? path)
    {
        JsonSyntax.Require(json.Span);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonSetup.MaxDepth });
        var faults = JsonDiagnosis.Of(document.RootElement, type);
        if (faults.Count > 0)
        {
            return (Rest(document.RootElement, type, [.. faults.Select(fault => fault.Pointer!)]), faults);
        }

        var field = path is null or "$" ? null : path.Replace("$.", "", StringComparison.Ordinal);
        return (null, [new ErrorDetail(field, FieldCodes.InvalidValue, "This value cannot be read")]);
    }

    private static object? Rest(JsonElement root, JsonTypeInfo type, IReadOnlyList<string> faulty) =>
        root.ValueKind != JsonValueKind.Object || faulty.Contains(JsonPointer.Root, StringComparer.Ordinal) ? null
        // A list of more than can be told has faults that are not among them: then it is left out as a whole.
        : new JsonRest(type.Options, faulty).Read(root, type) ?? new JsonRest(type.Options, [.. faulty.Select(Member)]).Read(root, type);

    private static string Member(string pointer) => pointer.IndexOf('/', JsonPointer.Root.Length + 1) is > 0 and var end ? pointer[..end] : pointer;
}
