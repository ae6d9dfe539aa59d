using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Common;

/// <summary>A resource's version as an entity tag (RFC 9110, section 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>The tag of a version: <c>"3"</c>.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that a tag is of; null for a tag that is none of ours.</summary>
    public static long? Version(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Whether <c>If-None-Match</c> contains the tag (RFC 9110, section 13.1.2: weak comparison).</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        if (request.Headers.IfNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known))
        {
            return false;
        }

        var current = new EntityTagHeaderValue(tag);
        return known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(current, useStrongComparison: false));
    }
}
