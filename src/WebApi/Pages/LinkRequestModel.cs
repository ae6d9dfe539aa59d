namespace CleanApi.WebApi.Pages;

/// <summary>The model of a page that requests a mail with a link.</summary>
public sealed record LinkRequestModel(string? Email, bool IsSent, PageProblem? Problem);
