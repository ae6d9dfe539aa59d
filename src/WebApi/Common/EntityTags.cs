using CleanApi.Domain.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Common;

/// <summary>
/// The value of <c>If-Match</c> or <c>If-None-Match</c>: <c>"*" / #entity-tag</c> (RFC 9110, sections 13.1.1 and 13.1.2). Weak tags count: our tags identify the
/// version of a resource and not the bytes of a response, and compressing proxies weaken them.
/// </summary>
internal sealed class EntityTags
{
    private const string Any = "*";
    private const string Weak = "W/";

    private readonly List<string>? tags;

    private EntityTags(List<string>? tags) => this.tags = tags;

    /// <summary>Each tag in its quotes, without the mark of a weak one; null: <c>*</c>, whatever there is.</summary>
    public IReadOnlyList<string>? Tags => tags;

    /// <summary>Reads <c>If-Match</c>; null where it was not sent.</summary>
    /// <exception cref="MalformedRequestError">It has another form: the client wanted a condition and has none.</exception>
    public static EntityTags? IfMatch(HttpRequest request) => Read(HeaderNames.IfMatch, request.Headers.IfMatch);

    /// <summary>Reads <c>If-None-Match</c>; null where it was not sent.</summary>
    /// <exception cref="MalformedRequestError">It has another form.</exception>
    public static EntityTags? IfNoneMatch(HttpRequest request) => Read(HeaderNames.IfNoneMatch, request.Headers.IfNoneMatch);

    /// <summary>Whether a resource with this tag matches; without one, only <c>*</c> does.</summary>
    public bool Contains(string? tag) => tags is null || (tag is not null && tags.Contains(tag));

    private static EntityTags? Read(string name, StringValues header)
    {
        if (header.Count == 0)
        {
            return null;
        }

        // Lines of one header are one list (RFC 9110, section 5.3).
        var value = string.Join(',', header.ToArray());
        return value.Trim(' ', '\t') is Any ? new EntityTags(null) : new EntityTags(List(value) ?? throw new MalformedRequestError(
            $"{name} must be * or a list of entity tags in quotes, such as \"3\""));
    }

    // A comma can be part of a tag, so the list is not split at commas. Empty elements are passed over (RFC 9110, section 5.6.1.2).
    private static List<string>? List(ReadOnlySpan<char> rest)
    {
        List<string> found = [];
        while (true)
        {
            rest = rest.TrimStart(" \t");
            if (rest.Length > 0 && rest[0] != ',')
            {
                if (Length(rest) is not { } length)
                {
                    return null;
                }

                found.Add(rest[..length].TrimStart(Weak).ToString());
                rest = rest[length..].TrimStart(" \t");
            }

            if (rest.Length == 0)
            {
                return found.Count == 0 ? null : found;
            }

            if (rest[0] != ',')
            {
                return null;
            }

            rest = rest[1..];
        }
    }

    // entity-tag = [ %s"W/" ] DQUOTE *etagc DQUOTE; etagc is any visible character but the quote, or one beyond ASCII (section 8.8.3).
    private static int? Length(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith(Weak, StringComparison.Ordinal) ? Weak.Length : 0;
        if (start == text.Length || text[start] != '"' || text[(start + 1)..].IndexOf('"') is not (>= 0 and var length))
        {
            return null;
        }

        return text.Slice(start + 1, length).IndexOfAnyInRange('\0', ' ') < 0 && !text.Slice(start + 1, length).Contains('\u007f') ? start + length + 2 : null;
    }
}
