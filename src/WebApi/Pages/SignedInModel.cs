namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for signed-in users.</summary>
public sealed record SignedInModel(string Name, string Email, string Role, string? Notice);
