using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Events;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.Events;

/// <summary>Reads what clients call the hub with, by the rules of request bodies: unknown members and wrong types are errors that name the field.</summary>
internal static class HubArguments
{
    private static readonly JsonSerializerOptions Options = Create();

    /// <summary>Reads the filter of a call.</summary>
    /// <exception cref="ValidationError">It is not one.</exception>
    public static StreamEvents Read(JsonElement filter)
    {
        if (filter.ValueKind != JsonValueKind.Object)
        {
            throw new ValidationError([new ErrorDetail(
                "filter", FieldCodes.InvalidType, "The argument of Follow has to be an object with type, subject and after, each of which may be left out: {} follows everything")]);
        }

        var type = (JsonTypeInfo<StreamEvents>)Options.GetTypeInfo(typeof(StreamEvents));
        return JsonDiagnosis.Of(filter, type) is { Count: > 0 } mistakes
            ? throw new ValidationError(mistakes)
            : filter.Deserialize(type) ?? new StreamEvents();
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        JsonSetup.Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
