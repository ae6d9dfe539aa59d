using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>One operation of the document.</summary>
public sealed class ContractOperation
{
    private readonly Regex pattern;

    /// <summary>Creates an operation at a path.</summary>
    public ContractOperation(string path, string method, JsonElement definition)
    {
        (Path, Method, Definition) = (path, method, definition);
        var expression = string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "[^/]+" : Regex.Escape(segment)));
        pattern = new Regex($"^{expression}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    /// <summary>With placeholders.</summary>
    public string Path { get; }

    /// <summary>In upper case.</summary>
    public string Method { get; }

    /// <summary>As it stands in the document.</summary>
    public JsonElement Definition { get; }

    /// <summary>Its name.</summary>
    public string Id => Definition.GetProperty("operationId").GetString()!;

    /// <summary>Whether a path matches the operation's.</summary>
    public bool Matches(string path) => pattern.IsMatch(path);

    /// <inheritdoc />
    public override string ToString() => Id;
}
