using System.Text.Json.Serialization;

namespace CleanApi.Domain.Errors;

/// <summary>One error: its field, its code and a message.</summary>
/// <param name="Field">Dotted path of the field, camelCase; absent when the error is not about a field.</param>
/// <param name="Code">What kind of mistake, or the reason of the refusal; a closed list.</param>
/// <param name="Message">Human-readable.</param>
public sealed record ErrorDetail(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    [property: ConstantOf(typeof(FieldCodes), typeof(ReasonCodes))] string Code,
    string Message)
{
    /// <summary>Where the field is; null: where the error says.</summary>
    [JsonIgnore]
    public FieldPlace? Place { get; init; }

    /// <summary>The JSON pointer to the field (RFC 6901, section 6); null: as the path says.</summary>
    [JsonIgnore]
    public string? Pointer { get; init; }

    /// <summary>The details of a refusal: its reason, and no field.</summary>
    /// <param name="reason">One of <see cref="ReasonCodes"/>.</param>
    /// <param name="message">Human-readable.</param>
    public static IReadOnlyList<ErrorDetail> Refusal(string reason, string message) => [new(null, reason, message)];
}
