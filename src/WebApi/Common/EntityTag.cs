using System.Globalization;

namespace CleanApi.WebApi.Common;

/// <summary>A resource's version as an entity tag (RFC 9110, section 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>The tag of a version: <c>"3"</c>.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that is between a tag's quotes; null for a tag that is none of ours.</summary>
    public static long? Version(string tag) => long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Whether <c>If-None-Match</c> contains the tag (RFC 9110, section 13.1.2: weak comparison).</summary>
    public static bool IsKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch.Count > 0 && EntityTagList.Parse(request.Headers.IfNoneMatch)?.Contains(tag[1..^1]) is true;
}
