using System.Text.Json;

namespace CleanApi.WebApi.Json;

/// <summary>The format of a single value.</summary>
/// <param name="Kind">Its JSON type.</param>
/// <param name="Code">The field code of an invalid text.</param>
/// <param name="Message">The message for an invalid text.</param>
/// <param name="Parse">Parses a text; null when it is invalid.</param>
internal sealed record Scalar(ScalarKind Kind, string Code, string Message, Func<string, object?> Parse)
{
    /// <summary>The message for a wrong JSON type.</summary>
    public string TypeMessage => Kind switch
    {
        ScalarKind.Text => "Must be a string",
        ScalarKind.Boolean => "Must be true or false",
        _ => Message,
    };

    /// <summary>Whether an element has the JSON type.</summary>
    public bool Matches(JsonElement element) => Kind switch
    {
        ScalarKind.Text => element.ValueKind is JsonValueKind.String,
        ScalarKind.Boolean => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => element.ValueKind is JsonValueKind.Number,
    };
}
