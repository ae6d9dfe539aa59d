using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What the document says of answers that are no errors.</summary>
internal static class Answers
{
    /// <summary>A status in a few words.</summary>
    public static string Description(int status) => status switch
    {
        StatusCodes.Status200OK => "Done; the body is the result.",
        StatusCodes.Status201Created => "Created; the body is the new resource, and Location says where it is.",
        StatusCodes.Status202Accepted => "Taken; what comes of it comes by mail. There is no body.",
        StatusCodes.Status204NoContent => "Done; there is no body.",
        StatusCodes.Status302Found => "Go to the address in Location; there is no body.",
        StatusCodes.Status303SeeOther => "Done, or not: go to the page in Location, which says it; there is no body.",
        StatusCodes.Status304NotModified => "You have the present version; there is no body.",
        _ => throw new InvalidOperationException($"Nothing is said of the status {status} yet."),
    };

    /// <summary>A page of either kind: by cursor, or by number with <c>?page=</c>.</summary>
    public static OpenApiSchemaReference ReferPage(OpenApiDocument document, string name, IOpenApiSchema byCursor, IOpenApiSchema byNumber)
    {
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            document.AddComponent<IOpenApiSchema>(
                name, new OpenApiSchema { Description = "By cursor, or by number where the query has `page`.", OneOf = [byCursor, byNumber] });
        }

        return new OpenApiSchemaReference(name, document);
    }
}
