using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Binding;

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
            return (Rest(document.RootElement, type, faults), faults);
        }

        var field = path is null or "$" ? null : path.Replace("$.", "", StringComparison.Ordinal);
        return (null, [new ErrorDetail(field, FieldCodes.InvalidValue, "This value cannot be read")]);
    }

    private static object? Rest(JsonElement root, JsonTypeInfo type, IReadOnlyList<ErrorDetail> faults)
    {
        if (root.ValueKind != JsonValueKind.Object || faults.Any(fault => fault.Field is null))
        {
            return null;
        }

        // Only what the type knows is copied: a body can hold a hundred thousand members that it does not.
        var broken = faults.Select(fault => InputFaults.Root(fault.Field!)).ToHashSet(StringComparer.Ordinal);
        var members = new JsonObject();
        foreach (var property in type.Properties.Where(property => !broken.Contains(property.Name)))
        {
            if (root.TryGetProperty(property.Name, out var value))
            {
                members.Add(property.Name, JsonNode.Parse(value.GetRawText()));
            }
        }

        try
        {
            return members.Deserialize(type);
        }
        catch (JsonException)
        {
            // A member that is required is one of those with a fault.
            return null;
        }
    }
}
