using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace CleanApi.WebApi.Pages;

/// <summary>The files that the pages load. Their addresses change with their content, so that browsers may keep them for good.</summary>
internal static class PageAssets
{
    private const string Route = "/auth/assets/{file}";
    private const string Prefix = "pages.";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string OneHour = "public, max-age=3600";

    private static readonly FrozenDictionary<string, (byte[] Content, string Version, string Type)> Files = Read();

    /// <summary>A file's address.</summary>
    public static string Address(string file) => $"{Route.Replace("{file}", file, StringComparison.Ordinal)}?v={Files[file].Version}";

    /// <summary>Maps the files.</summary>
    public static IEndpointConventionBuilder MapPageAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], SendAsync).AllowAnonymous();

    private static Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.RouteValues["file"] is not string name || !Files.TryGetValue(name, out var file))
        {
            throw new Domain.Errors.NotFoundError("Page");
        }

        response.ContentType = file.Type;
        response.ContentLength = file.Content.Length;
        // Under another version's address is what is here now: not to be kept for good.
        response.Headers.CacheControl = string.Equals(request.Query["v"], file.Version, StringComparison.Ordinal) ? Forever : OneHour;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static FrozenDictionary<string, (byte[] Content, string Version, string Type)> Read()
    {
        var assembly = typeof(PageAssets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return (content, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)), types.Mappings[Path.GetExtension(name)] + "; charset=utf-8");
            },
            StringComparer.Ordinal);
    }
}
