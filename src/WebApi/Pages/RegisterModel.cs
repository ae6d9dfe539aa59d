namespace CleanApi.WebApi.Pages;

/// <summary>What the registration shows.</summary>
/// <param name="OrganizationName">What was entered.</param>
/// <param name="Name">What was entered.</param>
/// <param name="Email">What was entered.</param>
/// <param name="IsSent">Whether the mail is on its way.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record RegisterModel(string? OrganizationName, string? Name, string? Email, bool IsSent, PageProblem? Problem);
