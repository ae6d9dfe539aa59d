namespace CleanApi.WebApi.Pages;

/// <summary>The model of a page that requests a mail with a link.</summary>
public sealed record LinkRequestModel(string? Email, string? ReturnUrl, bool IsSent, PageProblem? Problem);
