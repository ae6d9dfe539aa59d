using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>What of a document has no fault, so that its values can be judged.</summary>
/// <param name="options">The contracts of its types.</param>
/// <param name="faulty">Pointers to what has one.</param>
internal sealed class JsonRest(JsonSerializerOptions options, IReadOnlyCollection<string> faulty)
{
    private readonly HashSet<string> broken = [.. faulty];
    private readonly HashSet<string> around = [.. faulty.SelectMany(Above)];

    /// <summary>Reads it; null where nothing can be read.</summary>
    public object? Read(JsonElement root, JsonTypeInfo type)
    {
        try
        {
            return Copy(root, type.Type, JsonPointer.Root)?.Deserialize(type);
        }
        catch (JsonException)
        {
            // A member that is required is one of those with a fault.
            return null;
        }
    }

    // Null where it is faulty, or cannot be without what is faulty.
    private JsonNode? Copy(JsonElement element, Type type, string pointer)
    {
        var contract = options.GetTypeInfo(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GenericTypeArguments[0] : type);
        return broken.Contains(pointer) ? null
            : contract.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object && (pointer == JsonPointer.Root || around.Contains(pointer)) ? Members(element, contract, pointer)
            : contract.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array && around.Contains(pointer) ? Items(element, contract.ElementType!, pointer)
            : JsonNode.Parse(element.GetRawText());
    }

    // Only what the type knows is copied: a body can hold a hundred thousand members that it does not.
    private JsonObject Members(JsonElement element, JsonTypeInfo contract, string pointer)
    {
        JsonObject members = [];
        foreach (var property in contract.Properties)
        {
            if (!element.TryGetProperty(property.Name, out var value))
            {
                continue;
            }

            var place = JsonPointer.Append(pointer, property.Name);
            var copy = Copy(value, property.PropertyType, place);
            if (copy is not null || (value.ValueKind == JsonValueKind.Null && !broken.Contains(place)))
            {
                members.Add(property.Name, copy);
            }
        }

        return members;
    }

    // A null keeps the place of a faulty item, so that the others keep theirs.
    private JsonArray? Items(JsonElement element, Type type, string pointer)
    {
        if (type.IsValueType && Nullable.GetUnderlyingType(type) is null)
        {
            return null;
        }

        JsonArray items = [];
        foreach (var item in element.EnumerateArray())
        {
            items.Add(Copy(item, type, JsonPointer.Append(pointer, items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        return items;
    }

    private static IEnumerable<string> Above(string pointer)
    {
        for (var end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            yield return pointer[..end];
        }
    }
}
