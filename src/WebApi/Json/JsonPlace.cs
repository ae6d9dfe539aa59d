using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>A place in a document, as clients read it and as a JSON pointer, which tells a dot in a name from one between two names.</summary>
/// <param name="Field">The dotted path; null: the whole document.</param>
/// <param name="Pointer">The pointer.</param>
internal readonly record struct JsonPlace(string? Field, string Pointer)
{
    private const int MaxNameLength = 100;

    /// <summary>The whole document.</summary>
    public static readonly JsonPlace Root = new(null, JsonPointer.Root);

    /// <summary>A member of it.</summary>
    public JsonPlace Member(string name)
    {
        var shown = name.Length > MaxNameLength ? string.Concat(name.AsSpan(0, MaxNameLength), "…") : name;
        return new JsonPlace(Field is null ? shown : $"{Field}.{shown}", JsonPointer.Append(Pointer, shown));
    }

    /// <summary>An item of it.</summary>
    public JsonPlace Item(int index) => new($"{Field}[{index}]", $"{Pointer}/{index}");
}
