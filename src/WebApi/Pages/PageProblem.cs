using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>What was wrong with a form that was sent: at its fields, or with the whole of it.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Message">What is said above the form.</param>
/// <param name="Details">What is said at the fields.</param>
public sealed record PageProblem(int Status, string Message, IReadOnlyList<ErrorDetail> Details)
{
    private const string AtFields = "Please correct what is marked below.";

    /// <summary>The field that the focus goes to; null where the whole form is wrong.</summary>
    public string? FirstField => Details is [{ Field: { } name }, ..] ? name : null;

    /// <summary>Whether sending the form again cannot help: its fields are right, and what it was opened with is not.</summary>
    public bool IsFinal => Details.Count == 0
        && (Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone or StatusCodes.Status422UnprocessableEntity);

    /// <summary>The problem as a form with these fields shows it, in their order. What is wrong elsewhere is said above the form.</summary>
    internal static PageProblem Of(AppException error, IReadOnlyList<string> fields)
    {
        List<ErrorDetail> shown = [.. fields.SelectMany(name => error.Details.Where(detail => string.Equals(detail.Field, name, StringComparison.Ordinal)))];
        var others = error.Details.Except(shown).Where(_ => error is ValidationError).Select(detail => detail.Message).ToList();
        var message = others.Count > 0 ? string.Join(' ', others.Select(Sentence)) : shown.Count > 0 ? AtFields : Sentence(error.Message);
        return new PageProblem(error.StatusCode, message, shown);
    }

    /// <summary>What is said at a field.</summary>
    public IReadOnlyList<string> At(string field) =>
        [.. Details.Where(detail => string.Equals(detail.Field, field, StringComparison.Ordinal)).Select(detail => detail.Message)];

    private static string Sentence(string message) => message is [.., '.' or '!' or '?'] ? message : message + ".";
}
