namespace CleanApi.Application.Common.Requests;

/// <summary>Versions of a resource: all of them, or those listed.</summary>
/// <param name="Versions">The versions; null for all.</param>
public sealed record VersionSet(IReadOnlyList<long>? Versions)
{
    /// <summary>Whether a version is one of them.</summary>
    public bool Contains(long version) => Versions is null || Versions.Contains(version);
}
