using CleanApi.Application.Common.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Errors;

/// <summary>Serializes errors independently of the application's JSON options.</summary>
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ProblemResponse))]
internal sealed partial class ErrorJson : JsonSerializerContext
{
    /// <summary>For responses.</summary>
    public static readonly ErrorJson Compact = new(Create(indented: false));

    /// <summary>For the pages.</summary>
    public static readonly ErrorJson Indented = new(Create(indented: true));

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters = { new UtcTimeConverter() },
    };
}
