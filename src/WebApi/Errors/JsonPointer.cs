namespace CleanApi.WebApi.Errors;

/// <summary>JSON pointers as URI fragments: RFC 6901, section 6.</summary>
internal static class JsonPointer
{
    /// <summary><c>author.names[0]</c> to <c>#/author/names/0</c>.</summary>
    public static string FromPath(string path)
    {
        var segments = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        return "#/" + string.Join('/', segments.Select(segment =>
            Uri.EscapeDataString(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))));
    }
}
