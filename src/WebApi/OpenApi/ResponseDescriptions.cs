namespace CleanApi.WebApi.OpenApi;

/// <summary>The descriptions of responses that are not errors.</summary>
internal static class ResponseDescriptions
{
    /// <summary>The description of a status.</summary>
    public static string Description(int status) => status switch
    {
        StatusCodes.Status200OK => "Done; the body is the result.",
        StatusCodes.Status201Created => "Created; the body is the new resource, and Location says where it is.",
        StatusCodes.Status202Accepted => "Accepted, and done afterwards; a mail tells of the result, or the resource that the body is.",
        StatusCodes.Status204NoContent => "Done; there is no body.",
        StatusCodes.Status206PartialContent => "The body is the part that Range asks for.",
        StatusCodes.Status302Found => "Go to the address in Location; there is no body.",
        StatusCodes.Status303SeeOther => "Go to the page in Location, which shows the result; there is no body.",
        StatusCodes.Status304NotModified => "You have the current version; there is no body.",
        _ => throw new InvalidOperationException($"Nothing is said of the status {status} yet."),
    };
}
