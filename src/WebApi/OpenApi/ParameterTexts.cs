namespace CleanApi.WebApi.OpenApi;

/// <summary>Path and query parameters that mean the same everywhere; others are described where they are declared.</summary>
internal static class ParameterTexts
{
    /// <summary>What is said of a parameter.</summary>
    /// <exception cref="InvalidOperationException">Nothing is: describe it where it is declared, or here.</exception>
    public static string Of(string name) => name switch
    {
        "id" => "The resource's id.",
        "include" => "What to embed in `relationships`.",
        "cursor" => "`meta.nextCursor` of the page before. Opaque, and bound to order and filter. Not together with `page`.",
        "page" => "The page's number; switches from cursors to page numbers. Not together with `cursor`.",
        "limit" => "How many items a page has at most.",
        "total" => "Whether to count all that match; `false` is faster.",
        "orderBy" => "What to order by; ties are ordered by id.",
        "orderDir" => "Ascending or descending.",
        "provider" => "The provider's name in the settings, as `google` or `github`.",
        "returnUrl" => "A path of this site to go to afterwards, with its query.",
        "state" => "What the browser was sent to the provider with.",
        "code" => "The provider's authorization code.",
        "error" => "Why the provider gives no code.",
        "iss" => "Which provider answers (RFC 9207).",
        _ => throw new InvalidOperationException($"The parameter {name} is not described."),
    };
}
