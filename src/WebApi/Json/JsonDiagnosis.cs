using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>
/// Compares a well-formed document with the type that it could not be deserialized to and collects all errors; the serializer stops at the first.
/// </summary>
internal sealed class JsonDiagnosis
{
    private const int MaxErrors = 100;

    private readonly JsonSerializerOptions options;
    private readonly List<ErrorDetail> errors = [];

    private JsonDiagnosis(JsonSerializerOptions options) => this.options = options;

    /// <summary>Returns the errors; empty when the document matches.</summary>
    public static IReadOnlyList<ErrorDetail> Of(JsonElement root, JsonTypeInfo type)
    {
        var diagnosis = new JsonDiagnosis(type.Options);
        diagnosis.Check(root, type.Type, JsonPlace.Root);
        return diagnosis.errors;
    }

    private void Check(JsonElement element, Type type, JsonPlace place)
    {
        if (errors.Count >= MaxErrors)
        {
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            Check(element, type.GenericTypeArguments[0], place);
        }
        else if (element.ValueKind == JsonValueKind.Null && place.Field is not null && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null))
        {
            // Null is valid for the type; the validators decide whether it is allowed.
            return;
        }
        else if (Scalars.Of(type) is { } scalar)
        {
            CheckScalar(element, scalar, type, place);
        }
        else
        {
            CheckStructure(element, options.GetTypeInfo(type), place);
        }
    }

    private void CheckScalar(JsonElement element, Scalar scalar, Type type, JsonPlace place)
    {
        if (!scalar.Matches(element))
        {
            Add(place, FieldCodes.InvalidType, scalar.TypeMessage);
        }
        else if (!Fits(element, type))
        {
            Add(place, scalar.Code, scalar.Message);
        }
    }

    private void CheckStructure(JsonElement element, JsonTypeInfo type, JsonPlace place)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckMembers(element, type, place);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Check(member.Value, type.ElementType!, place.Member(member.Name));
                }

                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, type.ElementType!, place.Item(index++));
                }

                break;
            case JsonTypeInfoKind.None when Fits(element, type.Type):
                break;
            default:
                Add(place, FieldCodes.InvalidType, Expected(type.Kind));
                break;
        }
    }

    private void CheckMembers(JsonElement element, JsonTypeInfo type, JsonPlace place)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = place.Member(member.Name);
            if (type.Properties.FirstOrDefault(property => string.Equals(property.Name, member.Name, StringComparison.Ordinal)) is not { } property)
            {
                Add(name, FieldCodes.UnknownField, "Unknown field; remove it");
            }
            else if (property.CustomConverter is null)
            {
                Check(member.Value, property.PropertyType, name);
            }
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
            {
                Add(place.Member(property.Name), FieldCodes.Required, $"{Label(property.Name)} is required");
            }
        }
    }

    private bool Fits(JsonElement element, Type type)
    {
        try
        {
            element.Deserialize(options.GetTypeInfo(type));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Add(JsonPlace place, string code, string message)
    {
        // A body of 1 MB can hold a hundred thousand unknown fields, and the response would be ten times as large.
        if (errors.Count < MaxErrors)
        {
            errors.Add(new ErrorDetail(place.Field, code, message) { Pointer = place.Pointer });
        }
    }

    private static string Expected(JsonTypeInfoKind kind) => kind switch
    {
        JsonTypeInfoKind.Enumerable => "Must be an array",
        JsonTypeInfoKind.None => "Must be of another JSON type",
        _ => "Must be an object",
    };

    // organizationName: Organization name.
    private static string Label(string name)
    {
        var words = JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
