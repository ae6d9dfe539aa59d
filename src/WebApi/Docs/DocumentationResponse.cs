namespace CleanApi.WebApi.Docs;

/// <summary>Sends what is the same for everybody.</summary>
internal static class DocumentationResponse
{
    private const string OneHour = "public, max-age=3600";

    /// <summary>Sends it.</summary>
    public static Task SendAsync(HttpContext context, byte[] content, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = OneHour;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
