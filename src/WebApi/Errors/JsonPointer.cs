namespace CleanApi.WebApi.Errors;

/// <summary>JSON pointers as URI fragments: RFC 6901, section 6.</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to the whole body.</summary>
    public const string Root = "#";

    /// <summary><c>author.names[0]</c> to <c>#/author/names/0</c>. For paths of our own: a name that a client chose may have dots.</summary>
    public static string FromPath(string path) => path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Aggregate(Root, Append);

    /// <summary>The pointer to a member or item of what a pointer leads to.</summary>
    public static string Append(string pointer, string segment) =>
        $"{pointer}/{Uri.EscapeDataString(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}";
}
