using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Common;

/// <summary>
/// The value of <c>If-Match</c> or <c>If-None-Match</c>, in the grammar of RFC 9110, sections 8.8.3 and 13.1. .NET's parser takes <c>w/</c> for <c>W/</c>, a star
/// among tags, and a backslash for an escape.
/// </summary>
/// <param name="Tags">What stands between the quotes of each tag, weak or not; null for <c>*</c>.</param>
internal sealed record EntityTagList(IReadOnlyList<string>? Tags)
{
    private const string Weak = "W/";

    /// <summary>Whether it is <c>*</c>, or contains a tag (weak comparison).</summary>
    public bool Contains(string tag) => Tags is null || Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>Reads it; null when it is malformed or contains no tag.</summary>
    public static EntityTagList? Parse(StringValues header)
    {
        // Several lines are one list: RFC 9110, section 5.3.
        var text = string.Join(',', header.ToArray()).AsSpan().Trim(" \t");
        if (text is "*")
        {
            return new EntityTagList(Tags: null);
        }

        List<string> tags = [];
        while (true)
        {
            // A list may have empty elements: RFC 9110, section 5.6.1.2.
            text = text.TrimStart(" \t,");
            if (text.IsEmpty)
            {
                return tags.Count > 0 ? new EntityTagList(tags) : null;
            }

            if (ReadTag(ref text) is not { } tag)
            {
                return null;
            }

            tags.Add(tag);
            text = text.TrimStart(" \t");
            if (!text.IsEmpty && text[0] != ',')
            {
                return null;
            }
        }
    }

    private static string? ReadTag(ref ReadOnlySpan<char> text)
    {
        var opaque = text.StartsWith(Weak, StringComparison.Ordinal) ? text[Weak.Length..] : text;
        if (opaque is not ['"', ..] || opaque[1..].IndexOf('"') is not (>= 0 and var length))
        {
            return null;
        }

        var tag = opaque.Slice(1, length);
        text = opaque[(length + 2)..];
        // Neither blanks nor control characters.
        return tag.IndexOfAnyInRange('\0', ' ') < 0 && !tag.Contains('\x7f') ? tag.ToString() : null;
    }
}
