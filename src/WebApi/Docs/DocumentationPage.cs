using System.Net;
using CleanApi.WebApi.Pages;

namespace CleanApi.WebApi.Docs;

/// <summary>What all pages of documentation have around them.</summary>
internal static class DocumentationPage
{
    /// <summary>Renders a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">What is on it, as HTML.</param>
    /// <param name="current">The address of the list that it is; null for another page.</param>
    public static string Render(string title, string body, string? current) =>
        $"""
         <!DOCTYPE html>
         <html lang="en">
         <head>
         <meta charset="utf-8">
         <meta name="viewport" content="width=device-width, initial-scale=1">
         <meta name="color-scheme" content="light dark">
         <title>{WebUtility.HtmlEncode(title)} · CleanApi</title>
         <link rel="stylesheet" href="/docs/docs.css">
         <link rel="icon" type="image/svg+xml" href="{PageAssets.Address("icon.svg")}">
         </head>
         <body>
         <header><nav aria-label="Documentation">
         <a href="/docs">API</a> {Link(ErrorPages.Address, "Errors", current)} {Link(EventPages.Address, "Events", current)}
         </nav></header>
         <main>
         {body}</main>
         </body>
         </html>

         """;

    private static string Link(string address, string name, string? current) => $"<a href=\"{address}\"{(address == current ? " aria-current=\"page\"" : "")}>{name}</a>";
}
