using System.Text.Json.Nodes;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The request body of an operation.</summary>
/// <param name="MediaTypes">Its media types.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="Example">The document's own example.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record DescribedBody(IReadOnlyList<string> MediaTypes, bool IsRequired, JsonObject Example, IReadOnlyList<BodyField> Fields)
{
    /// <summary>The first of its media types.</summary>
    public string MediaType => MediaTypes[0];

    /// <summary>Returns the example without a field.</summary>
    public string Without(string field) => new JsonObject(Example.Where(member => member.Key != field).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();

    /// <summary>Returns the example with one field replaced by raw JSON.</summary>
    public string With(string field, string json)
    {
        var others = Example.Where(member => member.Key != field).Select(member => $"{JsonValue.Create(member.Key).ToJsonString()}:{member.Value?.ToJsonString() ?? "null"}");
        return $"{{{string.Join(',', others.Append($"\"{field}\":{json}"))}}}";
    }
}
