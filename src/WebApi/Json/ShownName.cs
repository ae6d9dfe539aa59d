namespace CleanApi.WebApi.Json;

/// <summary>A name that a client has sent, as errors repeat it: at most 100 characters, and no half of a surrogate pair.</summary>
internal static class ShownName
{
    private const int MaxLength = 100;

    /// <summary>The name, or its beginning and an ellipsis.</summary>
    public static string Of(string name) => name.Length <= MaxLength
        ? name
        : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength), "…");
}
