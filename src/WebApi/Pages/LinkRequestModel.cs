namespace CleanApi.WebApi.Pages;

/// <summary>The model of a page that requests a mail with a link.</summary>
/// <param name="IsSent">Whether the mail has been requested.</param>
public sealed record LinkRequestModel(string? Email, bool IsSent, PageProblem? Problem);
