using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>
/// Validates values against schemas. Supports the subset of JSON Schema 2020-12 that the document uses; other keywords are an error. Stricter in one point: an
/// undocumented field is a violation, although clients must tolerate new ones.
/// </summary>
/// <param name="document">The document that references resolve in.</param>
public sealed class ContractSchema(JsonElement document)
{
    private const string Prefix = "#/";

    /// <summary>Returns the violations.</summary>
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        List<string> violations = [];
        Check(schema, value, "$", violations);
        return violations;
    }

    /// <summary>Resolves an element's <c>$ref</c>.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            var pointer = reference.GetString()!;
            element = pointer.StartsWith(Prefix, StringComparison.Ordinal)
                ? pointer[Prefix.Length..].Split('/').Aggregate(document, (parent, name) => parent.GetProperty(name.Replace("~1", "/").Replace("~0", "~")))
                : throw new NotSupportedException($"The reference {pointer} leads out of the document.");
        }

        return element;
    }

    private void Check(JsonElement unresolved, JsonElement value, string path, List<string> violations)
    {
        var schema = Resolve(unresolved);
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Fits(keyword, schema, value, path, violations))
            {
                violations.Add($"{path} is {Short(value)}, which does not fit {keyword.Name} {Short(keyword.Value)}");
            }
        }
    }

    private bool Fits(JsonProperty keyword, JsonElement schema, JsonElement value, string path, List<string> violations) => keyword.Name switch
    {
        "description" or "title" or "default" or "example" or "examples" or "additionalProperties" => true,
        "type" => keyword.Value.ValueKind == JsonValueKind.Array ? keyword.Value.EnumerateArray().Any(type => IsOf(type, value)) : IsOf(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
        "minLength" => value.ValueKind != JsonValueKind.String || Length(value) >= keyword.Value.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || Length(value) <= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(),
        "format" => value.ValueKind != JsonValueKind.String || IsOfFormat(keyword.Value.GetString()!, value.GetString()!),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "discriminator" => value.ValueKind == JsonValueKind.Object
            && keyword.Value.GetProperty("mapping").TryGetProperty(value.GetProperty(keyword.Value.GetProperty("propertyName").GetString()!).GetString()!, out _),
        "oneOf" => keyword.Value.EnumerateArray().Count(one => Check(one, value).Count == 0) == 1,
        "items" => CheckItems(keyword.Value, value, path, violations),
        "properties" => CheckProperties(schema, value, path, violations),
        _ => throw new NotSupportedException($"The keyword {keyword.Name} is not one that answers are held against yet."),
    };

    private bool CheckItems(JsonElement items, JsonElement value, string path, List<string> violations)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, $"{path}[{index++}]", violations);
            }
        }

        return true;
    }

    private bool CheckProperties(JsonElement schema, JsonElement value, string path, List<string> violations)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var properties = schema.GetProperty("properties");
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var property))
            {
                Check(property, member.Value, $"{path}.{member.Name}", violations);
            }
            else
            {
                violations.Add($"{path}.{member.Name} is not documented");
            }
        }

        return true;
    }

    private static bool IsOf(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        var other => throw new NotSupportedException($"{other} is not a type."),
    };

    private static bool IsOfFormat(string format, string text) => format switch
    {
        "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        "email" => text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at < text.Length - 1,
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _),
        "int32" or "int64" or "password" => true,
        _ => throw new NotSupportedException($"The format {format} is not one that answers are held against yet."),
    };

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static string Short(JsonElement element) => element.ToString() is { Length: > 200 } text ? text[..200] + "…" : element.GetRawText();
}
