using System.Collections.Frozen;

namespace CleanApi.WebApi.Errors;

/// <summary>Every error code, field code and reason with its meaning: the source of titles, pages and the OpenAPI document.</summary>
public static class ErrorCatalogue
{
    private static readonly FrozenDictionary<string, ErrorEntry> ErrorsByCode =
        RequestErrorEntries.All.Concat(StateErrorEntries.All).Concat(ServerErrorEntries.All).ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FieldEntry> ReasonsByCode =
        ReasonEntries.All.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FieldEntry> FieldsByCode =
        FieldEntries.All.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

    /// <summary>The error codes, by status.</summary>
    public static IReadOnlyList<ErrorEntry> Errors { get; } =
        [.. ErrorsByCode.Values.OrderBy(entry => entry.Status).ThenBy(entry => entry.Code, StringComparer.Ordinal)];

    /// <summary>The field codes.</summary>
    public static IReadOnlyList<FieldEntry> Fields => FieldEntries.All;

    /// <summary>The reasons of refusals.</summary>
    public static IReadOnlyList<FieldEntry> Reasons => ReasonEntries.All;

    /// <summary>Returns the entry of an error code; null when it is unknown.</summary>
    public static ErrorEntry? Find(string code) => ErrorsByCode.GetValueOrDefault(code);

    /// <summary>Returns the entry of a field code; null when it is unknown.</summary>
    public static FieldEntry? FindField(string code) => FieldsByCode.GetValueOrDefault(code);

    /// <summary>Returns the entry of a reason; null when it is unknown.</summary>
    public static FieldEntry? FindReason(string code) => ReasonsByCode.GetValueOrDefault(code);

    /// <summary>Returns the title of a code, which is stable (RFC 9457, section 3.1.3).</summary>
    /// <exception cref="InvalidOperationException">The code is not in the catalogue.</exception>
    public static string Title(string code) => Find(code)?.Title ?? throw new InvalidOperationException($"{code} is not in the error catalogue.");
}
