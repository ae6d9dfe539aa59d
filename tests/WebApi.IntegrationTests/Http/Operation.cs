using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>An operation of the served document.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Id">The operation's id.</param>
/// <param name="IsAnonymous">Whether anonymous requests are allowed.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">Its request body; null when it has none, or takes a file.</param>
/// <param name="TakesFile">Whether its body is a file.</param>
/// <param name="Statuses">The documented statuses.</param>
internal sealed record Operation(
    string Method, string Path, string Id, bool IsAnonymous, IReadOnlyList<Parameter> Parameters, DescribedBody? Body, bool TakesFile, IReadOnlySet<int> Statuses)
{
    /// <summary>Whether the method is safe.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Whether it answers until the client leaves.</summary>
    public bool IsEndless => Id == "streamEvents";

    /// <summary>The prefixes of the ids in its path.</summary>
    public IEnumerable<string> PathIds => Parameters.Where(parameter => parameter is { In: "path", IdPrefix: not null }).Select(parameter => parameter.IdPrefix!);

    /// <summary>Its query parameters.</summary>
    public IEnumerable<Parameter> Query => Parameters.Where(parameter => parameter.In == "query");

    /// <summary>Whether it has a query parameter or header with this name.</summary>
    public bool Takes(string parameter) => Parameters.Any(candidate => candidate.Name == parameter);

    /// <summary>Returns its path with ids.</summary>
    /// <param name="id">The id of a prefix.</param>
    public string PathWith(Func<string, string> id)
    {
        var path = Path;
        foreach (var parameter in Parameters.Where(parameter => parameter.In == "path"))
        {
            if (parameter.Name == "provider")
            {
                // No provider is configured here.
                path = path.Replace("{provider}", "google", StringComparison.Ordinal);
                continue;
            }

            parameter.IdPrefix.Should().NotBeNull("{0} has the path parameter {1}, which is no id: say here what to send for it", Id, parameter.Name);
            path = path.Replace($"{{{parameter.Name}}}", id(parameter.IdPrefix!), StringComparison.Ordinal);
        }

        return path;
    }

    /// <summary>Creates a request with a body; by default the document's example, or a file.</summary>
    public HttpRequestMessage Request(Func<string, string> id, string query = "", string? body = null) => TakesFile && body is null
        ? new(new HttpMethod(Method), PathWith(id) + query) { Content = UploadedFile.Picture.Content() }
        : Request(id, query, Body is null ? null : Encoding.UTF8.GetBytes(body ?? Body.Example.ToJsonString()), Body?.MediaType);

    /// <summary>Creates a request with raw bytes as its body.</summary>
    public HttpRequestMessage Request(Func<string, string> id, string query, byte[]? body, string? mediaType) =>
        new(new HttpMethod(Method), PathWith(id) + query) { Content = body is null ? null : Calls.Content(body, mediaType) };

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Path}";
}
