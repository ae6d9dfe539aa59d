namespace CleanApi.Domain.Errors;

/// <summary>422: the request is well-formed, but the fields in the details are invalid.</summary>
public sealed class ValidationError(IReadOnlyList<ErrorDetail> details, string message = ValidationError.Body)
    : AppException(message, ErrorCodes.Validation, 422, details)
{
    /// <summary>Message for a body.</summary>
    public const string Body = "Invalid request body";

    /// <summary>Message for a query string.</summary>
    public const string Query = "Invalid query parameters";

    /// <summary>Message for everything else: route, header, a job's data.</summary>
    public const string Request = "Invalid request data";

    /// <summary>An error of one field.</summary>
    public static ValidationError Of(string field, string code, string message, string title = Body) =>
        new([new ErrorDetail(field, code, message)], title);
}
