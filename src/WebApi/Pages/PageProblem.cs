using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>The errors of a submitted form, at its fields or of the whole form.</summary>
/// <param name="Status">The response's status.</param>
/// <param name="Message">Shown above the form.</param>
/// <param name="Details">Shown at the fields.</param>
/// <param name="Suspects">The fields that the message is about, where it cannot say which of them is wrong.</param>
public sealed record PageProblem(int Status, string Message, IReadOnlyList<ErrorDetail> Details, IReadOnlyList<string> Suspects)
{
    /// <summary>The id of the message, which describes the fields that it is about.</summary>
    public const string Id = "problem";

    private const string AtFields = "Please correct what is marked below.";

    /// <summary>The field to focus; null when the error concerns the whole form. Of several that are suspect the last, which has to be filled in again.</summary>
    public string? FirstField => Details is [{ Field: { } name }, ..] ? name : Suspects is [.., var suspect] ? suspect : null;

    /// <summary>Whether resubmitting cannot help: the fields are valid, and the token of the page is not.</summary>
    public bool IsFinal => Details.Count == 0
        && (Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone or StatusCodes.Status422UnprocessableEntity);

    /// <summary>Whether somebody was not recognized by what they have given.</summary>
    public bool IsUnauthenticated => Status == StatusCodes.Status401Unauthorized;

    /// <summary>Creates the problem for a form with these fields, in their order. Other errors are shown above the form.</summary>
    /// <param name="error">The error.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="credentials">The fields that a failed authentication is about.</param>
    internal static PageProblem Of(AppException error, IReadOnlyList<string> fields, IReadOnlyList<string> credentials)
    {
        List<ErrorDetail> shown = [.. fields.SelectMany(name => error.Details.Where(detail => string.Equals(detail.Field, name, StringComparison.Ordinal)))];
        var others = error.Details.Except(shown).Where(_ => error is ValidationError).Select(detail => detail.Message).ToList();
        var message = others.Count > 0 ? string.Join(' ', others.Select(Sentence)) : shown.Count > 0 ? AtFields : MessageOf(error);
        return new PageProblem(error.StatusCode, message, shown, error is AuthenticationError ? credentials : []);
    }

    /// <summary>Creates the problem of a link that cannot be used any more.</summary>
    internal static PageProblem OfLink(AppException error) => Of(error, [], []);

    /// <summary>Returns the messages of a field.</summary>
    public IReadOnlyList<string> At(string field) =>
        [.. Details.Where(detail => string.Equals(detail.Field, field, StringComparison.Ordinal)).Select(detail => detail.Message)];

    private static string MessageOf(AppException error) => error switch
    {
        RateLimitError { RetryAfter: var wait } => $"There were too many attempts. Wait {WaitingTime.Of(wait)}, then try again.",
        IRetryable { RetryAfter: var wait } => $"We are busy right now. Wait {WaitingTime.Of(wait)}, then try again.",
        _ => Sentence(error.Message),
    };

    private static string Sentence(string message) => message is [.., '.' or '!' or '?'] ? message : message + ".";
}
