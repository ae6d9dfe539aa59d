using System.Globalization;

namespace CleanApi.WebApi.Common;

/// <summary>A resource's version as an entity tag (RFC 9110, section 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>The tag of a version: <c>"3"</c>.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that a tag is of; null for a tag that is none of ours. Tags are compared character by character: <c>"03"</c> is not <c>"3"</c>.</summary>
    public static long? Version(string tag) =>
        long.TryParse(tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && string.Equals(Of(version), tag, StringComparison.Ordinal)
            ? version
            : null;
}
