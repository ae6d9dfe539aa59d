using System.Text.Json.Nodes;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Example pages around an example of a resource.</summary>
internal static class PageExamples
{
    private const int Pages = 53;

    /// <summary>The first page of a list, by cursor.</summary>
    public static PageDocument<JsonNode> ByCursor(string path, JsonNode resource) => new(
        [resource], new PageMeta(Pages, 1, true, "AQIDBA", null, null, ExampleValues.RequestId),
        new PageLinks($"{path}?limit=1", $"{path}?limit=1", null, $"{path}?limit=1&cursor=AQIDBA", null));

    /// <summary>The same page, by number.</summary>
    public static PageDocument<JsonNode> ByNumber(string path, JsonNode resource) => new(
        [resource], new PageMeta(Pages, 1, true, null, 1, Pages, ExampleValues.RequestId),
        new PageLinks($"{path}?limit=1&page=1", $"{path}?limit=1&page=1", null, $"{path}?limit=1&page=2", $"{path}?limit=1&page={Pages}"));
}
