using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace CleanApi.WebApi.Pages;

/// <summary>The static files of the pages. Their URLs contain a content hash, so that browsers can cache them for ever.</summary>
internal static class PageAssets
{
    private const string Route = "/auth/assets/{file}";
    private const string Prefix = "pages.";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string OneHour = "public, max-age=3600";

    private static readonly FrozenDictionary<string, (byte[] Content, string Version, string Type)> Files = Read();

    /// <summary>Returns a file's versioned URL.</summary>
    public static string Address(string file) => $"{Route.Replace("{file}", file, StringComparison.Ordinal)}?v={Files[file].Version}";

    /// <summary>Maps the files.</summary>
    public static IEndpointConventionBuilder MapPageAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Route, SendAsync).DisableRateLimiting().AllowAnonymous();

    private static Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.RouteValues["file"] is not string name || !Files.TryGetValue(name, out var file))
        {
            throw new Domain.Errors.NotFoundError("Page");
        }

        response.ContentType = file.Type;
        response.ContentLength = file.Content.Length;
        // The URL of another version returns the current content, which must not be cached for ever.
        response.Headers.CacheControl = string.Equals(request.Query["v"], file.Version, StringComparison.Ordinal) ? Forever : OneHour;
        return response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static FrozenDictionary<string, (byte[] Content, string Version, string Type)> Read()
    {
        var assembly = typeof(PageAssets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        var texts = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
        return texts.ToFrozenDictionary(
            file => file.Key,
            file =>
            {
                var content = Encoding.UTF8.GetBytes(WithVersions(file.Value, texts));
                return (content, Version(content), types.Mappings[Path.GetExtension(file.Key)] + "; charset=utf-8");
            },
            StringComparer.Ordinal);
    }

    // A script imports another one under its versioned URL too: so that they are of one version, however long the browser keeps them.
    private static string WithVersions(string text, Dictionary<string, string> files) => files.Aggregate(
        text,
        (changed, file) => changed.Replace($"'./{file.Key}'", $"'./{file.Key}?v={Version(Encoding.UTF8.GetBytes(file.Value))}'", StringComparison.Ordinal));

    private static string Version(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
}
