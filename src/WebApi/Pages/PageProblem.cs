using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>The errors of a submitted form, at its fields or of the whole form.</summary>
/// <param name="Status">The response's status.</param>
/// <param name="Message">Shown above the form.</param>
/// <param name="Details">Shown at the fields.</param>
public sealed record PageProblem(int Status, string Message, IReadOnlyList<ErrorDetail> Details)
{
    private const string AtFields = "Please correct what is marked below.";

    /// <summary>The field to focus; null when the error concerns the whole form.</summary>
    public string? FirstField => Details is [{ Field: { } name }, ..] ? name : null;

    /// <summary>Whether resubmitting cannot help: the fields are valid, and the token of the page is not.</summary>
    public bool IsFinal => Details.Count == 0
        && (Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone or StatusCodes.Status422UnprocessableEntity);

    /// <summary>Creates the problem for a form with these fields, in their order. Other errors are shown above the form.</summary>
    internal static PageProblem Of(AppException error, IReadOnlyList<string> fields)
    {
        List<ErrorDetail> shown = [.. fields.SelectMany(name => error.Details.Where(detail => string.Equals(detail.Field, name, StringComparison.Ordinal)))];
        var others = error.Details.Except(shown).Where(_ => error is ValidationError).Select(detail => detail.Message).ToList();
        var message = others.Count > 0 ? string.Join(' ', others.Select(Sentence)) : shown.Count > 0 ? AtFields : Sentence(error.Message);
        return new PageProblem(error.StatusCode, message, shown);
    }

    /// <summary>Returns the messages of a field.</summary>
    public IReadOnlyList<string> At(string field) =>
        [.. Details.Where(detail => string.Equals(detail.Field, field, StringComparison.Ordinal)).Select(detail => detail.Message)];

    private static string Sentence(string message) => message is [.., '.' or '!' or '?'] ? message : message + ".";
}
