namespace CleanApi.WebApi.Pages;

/// <summary>The model of the registration page.</summary>
public sealed record RegisterModel(string? OrganizationName, string? Name, string? Email, string? ReturnUrl, bool IsSent, PageProblem? Problem);
