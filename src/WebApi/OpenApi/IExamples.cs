using System.Text.Json.Nodes;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// What the requests and answers of a module look like, for the document; found by type. Values of the API's own types wherever they can be, written by its
/// own JSON, so that they change with it; patches as JSON, since what they leave out is the point.
/// </summary>
public interface IExamples
{
    /// <summary>One of each type.</summary>
    IEnumerable<object> Values { get; }

    /// <summary>Patches by their type.</summary>
    IEnumerable<(Type Type, JsonObject Json)> Patches => [];
}
