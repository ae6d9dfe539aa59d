using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What examples of all modules share.</summary>
public static class Examples
{
    private const int Pages = 53;

    /// <summary>When everything in them happened.</summary>
    public static DateTimeOffset Time { get; } = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The end of an answer.</summary>
    public static Meta Meta { get; } = new(TypeIdSchema.Example("req"));

    /// <summary>An answer with one resource.</summary>
    public static Document<TResource> Document<TResource>(TResource resource)
        where TResource : notnull => new(resource, Meta);

    /// <summary>The first page of a list, by cursor.</summary>
    public static CursorPage<TResource> CursorPage<TResource>(string path, TResource resource) =>
        new([resource], new CursorMeta(Pages, 1, true, "AQIDBA", Meta.RequestId), new CursorLinks($"{path}?limit=1", $"{path}?limit=1", $"{path}?limit=1&cursor=AQIDBA"));

    /// <summary>The same page, by number.</summary>
    public static NumberedPage<TResource> NumberedPage<TResource>(string path, TResource resource) => new(
        [resource], new NumberedMeta(Pages, 1, 1, Pages, Meta.RequestId),
        new NumberedLinks($"{path}?limit=1&page=1", $"{path}?limit=1&page=1", null, $"{path}?limit=1&page=2", $"{path}?limit=1&page={Pages}"));
}
