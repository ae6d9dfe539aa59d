namespace CleanApi.WebApi.Pages;

/// <summary>Where to go on from the home page; relative.</summary>
/// <param name="Documentation">The page that describes the API and sends requests.</param>
/// <param name="OpenApi">The OpenAPI document.</param>
/// <param name="Errors">The page of the error codes.</param>
/// <param name="SignIn">The sign-in page.</param>
/// <param name="Health">Whether the service is ready.</param>
public sealed record ServiceLinks(string Documentation, string OpenApi, string Errors, string SignIn, string Health);
