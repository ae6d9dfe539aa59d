namespace CleanApi.Domain.Errors;

/// <summary>422: the request is well-formed, but the fields in the details are invalid.</summary>
/// <param name="details">What is wrong.</param>
/// <param name="place">Where those fields are of which the detail does not say it; elsewhere also where they are in several places.</param>
public sealed class ValidationError(IReadOnlyList<ErrorDetail> details, FieldPlace place = FieldPlace.Body)
    : AppException(MessageOf(place), ErrorCodes.Validation, 422, details)
{
    /// <summary>Message for a body.</summary>
    public const string Body = "Invalid request body";

    /// <summary>Message for a query string.</summary>
    public const string Query = "Invalid query parameters";

    /// <summary>Message for everything else: route, header, a job's data.</summary>
    public const string Request = "Invalid request data";

    /// <summary>Where the fields are.</summary>
    public FieldPlace Place { get; } = place;

    /// <summary>An error of one field.</summary>
    public static ValidationError Of(string field, string code, string message, FieldPlace place = FieldPlace.Body) =>
        new([new ErrorDetail(field, code, message)], place);

    /// <summary>The field of a body held a secret that was refused.</summary>
    /// <param name="field">The field.</param>
    /// <param name="message">Human-readable.</param>
    /// <param name="refusal">See <see cref="AppException.Refusal"/>.</param>
    public static ValidationError Refused(string field, string message, string? refusal) =>
        new([new ErrorDetail(field, FieldCodes.InvalidValue, message)]) { Refusal = refusal };

    private static string MessageOf(FieldPlace place) => place switch
    {
        FieldPlace.Body => Body,
        FieldPlace.Query => Query,
        _ => Request,
    };
}
