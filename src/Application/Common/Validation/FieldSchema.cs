namespace CleanApi.Application.Common.Validation;

/// <summary>What a rule says of a field to clients, in the keywords of JSON Schema 2020-12; null where it says nothing.</summary>
public sealed record FieldSchema
{
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public string? Format { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>A value that passes, for fields that have no example of their own.</summary>
    public string? Example { get; init; }
}
