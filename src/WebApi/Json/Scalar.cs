using System.Text.Json;

namespace CleanApi.WebApi.Json;

/// <summary>What a single value looks like.</summary>
/// <param name="Kind">Its JSON type.</param>
/// <param name="Code">The field code of a text that is not such a value.</param>
/// <param name="Message">What is said of it.</param>
/// <param name="Parse">Reads one; null when the text is none.</param>
internal sealed record Scalar(ScalarKind Kind, string Code, string Message, Func<string, object?> Parse)
{
    /// <summary>What is said of another JSON type.</summary>
    public string TypeMessage => Kind switch
    {
        ScalarKind.Text => "Must be a string",
        ScalarKind.Truth => "Must be true or false",
        _ => Message,
    };

    /// <summary>Whether an element is of the JSON type.</summary>
    public bool Matches(JsonElement element) => Kind switch
    {
        ScalarKind.Text => element.ValueKind is JsonValueKind.String,
        ScalarKind.Truth => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => element.ValueKind is JsonValueKind.Number,
    };
}
