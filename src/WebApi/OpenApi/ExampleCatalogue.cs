using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The examples of all modules.</summary>
internal static class ExampleCatalogue
{
    private static readonly IExamples[] Sources =
    [
        .. typeof(IExamples).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IExamples)))
            .Select(type => (IExamples)Activator.CreateInstance(type)!),
    ];

    private static readonly FrozenDictionary<Type, object> ByType = Sources.SelectMany(source => source.Values).ToFrozenDictionary(example => example.GetType());

    private static readonly FrozenDictionary<Type, JsonObject> Patches =
        Sources.SelectMany(source => source.Patches).ToFrozenDictionary(patch => patch.Type, patch => patch.Json);

    /// <summary>The example of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none: add it to the examples of its module.</exception>
    public static JsonNode Of(Type type, JsonSerializerOptions json) =>
        Patches.TryGetValue(type, out var patch) ? patch.DeepClone()
            : ByType.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json)!
            : throw new InvalidOperationException($"{type} has no example for the OpenAPI document; add it to the {nameof(IExamples)} of its module.");
}
