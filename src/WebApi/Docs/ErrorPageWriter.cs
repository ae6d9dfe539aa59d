using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Docs;

/// <summary>Renders the error pages from the catalogue.</summary>
internal static class ErrorPageWriter
{
    /// <summary>Renders the list of all codes.</summary>
    public static string Index()
    {
        var body = new StringBuilder("<h1>Errors</h1>\n<p>Every error response has one of these codes, and the request’s id. "
            + "Ask with <code>Accept: application/problem+json</code> for the same as problem details (RFC 9457).</p>\n");
        body.Append("<h2 id=\"codes\">Error codes</h2>\n<table>\n");
        body.Append("<thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Status</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
        foreach (var entry in ErrorCatalogue.Errors)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Link(entry.Code)}</th><td>{entry.Status}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{Text(entry.Description)}</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
        AppendCodes(body, "reasons", "Reasons", "A request that is refused because of the stored state or of the caller’s rights has one item in <code>details</code> without a field, with one of these codes.", ErrorCatalogue.Reasons);
        AppendCodes(body, "fields", "Field codes", "Each item of <code>details</code> that is about a field has one of these codes.", ErrorCatalogue.Fields);
        return DocumentationPage.Render("Errors", body.ToString(), current: ErrorPages.Address);
    }

    /// <summary>Renders the page of one code; a code of several kinds has a section for each.</summary>
    public static string Page(string code)
    {
        var body = new StringBuilder($"<h1><code>{Text(code)}</code></h1>\n");
        if (ErrorCatalogue.Find(code) is { } error)
        {
            AppendError(body, error);
        }

        if (ErrorCatalogue.FindField(code) is { } field)
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>As the code of a field: {Text(field.Title)}</h2>\n<p>{Text(field.Description)}</p>\n")
                .Append(Example(field.Example));
        }

        if (ErrorCatalogue.FindReason(code) is { } reason)
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Text(reason.Title)}</h2>\n<p class=\"status\">Comes with HTTP {ErrorCatalogue.Find(reason.Error!)!.Status} · {Link(reason.Error!)}</p>\n")
                .Append(CultureInfo.InvariantCulture, $"<p>{Text(reason.Description)}</p>\n").Append(Example(reason.Example));
        }

        return DocumentationPage.Render(code, body.ToString(), current: null);
    }

    private static void AppendCodes(StringBuilder body, string id, string title, string text, IEnumerable<FieldEntry> entries)
    {
        body.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{id}\">{title}</h2>\n<p>{text}</p>\n<table>\n")
            .Append("<thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
        foreach (var entry in entries)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Link(entry.Code)}</th><td>{Text(entry.Description)}</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
    }

    private static void AppendError(StringBuilder body, ErrorEntry error)
    {
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"status\">HTTP {error.Status} · {Text(error.Title)}</p>\n<p>{Text(error.Description)}</p>\n");
        body.Append(CultureInfo.InvariantCulture, $"<h2>Cause</h2>\n<p>{Text(error.Cause)}</p>\n<h2>What to do</h2>\n<p>{Text(error.Remedy)}</p>\n");
        body.Append("<h2>Example</h2>\n");
        var example = new ErrorResponse(new ErrorBody(
            error.Code, error.Example, error.Details, ExampleValues.RequestId, ExampleValues.Instant, ExampleValues.Documentation(error.Code)));
        body.Append(Block(JsonSerializer.Serialize(example, ErrorJson.Indented.ErrorResponse)));
        var reasons = ErrorCatalogue.Reasons.Where(reason => reason.Error == error.Code).ToList();
        if (reasons.Count > 0)
        {
            body.Append("<h2>Reasons</h2>\n<ul>\n").AppendJoin("", reasons.Select(reason => $"<li>{Link(reason.Code)}: {Text(reason.Title)}</li>\n")).Append("</ul>\n");
        }
    }

    private static string Example(ErrorDetail detail) => Block(JsonSerializer.Serialize(detail, ErrorJson.Indented.ErrorDetail));

    // WCAG 2.1.1: a scrollable region must be focusable by keyboard.
    private static string Block(string json) => $"<pre tabindex=\"0\"><code>{Text(json)}</code></pre>\n";

    private static string Link(string code) => $"<a href=\"{ErrorWriter.DocumentationPath}{code}\"><code>{code}</code></a>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
