using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Docs;

/// <summary>The catalogue of events: a list, and the JSON Schema of each.</summary>
public static class EventPages
{
    /// <summary>Where the list is.</summary>
    public const string Address = "/docs/events";

    private const string Extension = ".json";
    private const string Html = "text/html; charset=utf-8";
    private const string Schema = "application/schema+json";

    // Rendered once: the same for all users, and derived from code.
    private static readonly Lazy<FrozenDictionary<string, byte[]>> Schemas = new(() => EventNames.Types
        .ToFrozenDictionary(one => one.Key + Extension, one => Encoding.UTF8.GetBytes(EventSchemas.Text(one.Key, ClassSummaries.Of(one.Value))), StringComparer.Ordinal));

    private static readonly Lazy<byte[]> Index = new(() => Encoding.UTF8.GetBytes(Page()));

    /// <summary>Maps <c>/docs/events</c> and <c>/docs/events/{name}.json</c>, for anonymous access. An unknown name is a 404.</summary>
    public static RouteGroupBuilder MapEventPages(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("");
        group.MapGet(Address, context => DocumentationResponse.SendAsync(context, Index.Value, Html));
        group.MapGet(Address + "/{file}", context =>
            context.Request.RouteValues["file"] is string file && Schemas.Value.TryGetValue(file, out var schema)
                ? DocumentationResponse.SendAsync(context, schema, Schema)
                : throw new NotFoundError("Page"));
        group.AllowAnonymous().DisableRequestTimeout().ExcludeFromDescription();
        return group;
    }

    private static string Page()
    {
        var body = new StringBuilder("<h1>Events</h1>\n<p>What happens is an event with one of these names, which end in the version of its values: another shape is another name. ");
        body.Append("Each has a JSON Schema (2020-12) of its values. It is raised with the change that it tells, and stored if the change is.</p>\n");
        body.Append("<table>\n<thead><tr><th scope=\"col\">Event</th><th scope=\"col\">Meaning</th><th scope=\"col\">Values</th></tr></thead>\n<tbody>\n");
        foreach (var (name, type) in EventNames.Types.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var fields = string.Join(", ", EventSchemas.Fields(type).Select(field => $"<code>{field}</code>"));
            body.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\"><a href=\"{Address}/{name}{Extension}\"><code>{name}</code></a></th><td>{WebUtility.HtmlEncode(ClassSummaries.Of(type))}</td><td>{fields}</td></tr>\n");
        }

        return DocumentationPage.Render("Events", body.Append("</tbody>\n</table>\n").ToString(), current: Address);
    }
}
