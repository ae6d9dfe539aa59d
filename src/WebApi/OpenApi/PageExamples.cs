using System.Text.Json.Nodes;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Example pages around an example of a resource.</summary>
internal static class PageExamples
{
    private const int Pages = 53;

    private static readonly string RequestId = TypeIdSchema.Example("req");

    /// <summary>The first page of a list, by cursor.</summary>
    public static CursorPage<JsonNode> ByCursor(string path, JsonNode resource) =>
        new([resource], new CursorMeta(Pages, 1, true, "AQIDBA", RequestId), new CursorLinks($"{path}?limit=1", $"{path}?limit=1", $"{path}?limit=1&cursor=AQIDBA"));

    /// <summary>The same page, by number.</summary>
    public static NumberedPage<JsonNode> ByNumber(string path, JsonNode resource) => new(
        [resource], new NumberedMeta(Pages, 1, 1, Pages, RequestId),
        new NumberedLinks($"{path}?limit=1&page=1", $"{path}?limit=1&page=1", null, $"{path}?limit=1&page=2", $"{path}?limit=1&page={Pages}"));
}
