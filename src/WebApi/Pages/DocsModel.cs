namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that shows the OpenAPI document.</summary>
/// <param name="Document">The document's path.</param>
public sealed record DocsModel(string Document);
