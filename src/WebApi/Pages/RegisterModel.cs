namespace CleanApi.WebApi.Pages;

/// <summary>The model of the registration page.</summary>
/// <param name="IsSent">Whether the mail has been requested.</param>
public sealed record RegisterModel(string? OrganizationName, string? Name, string? Email, bool IsSent, PageProblem? Problem);
