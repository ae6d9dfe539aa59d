namespace CleanApi.WebApi.Pages;

/// <summary>What a page shows that mails a link.</summary>
/// <param name="Email">What was entered.</param>
/// <param name="IsSent">Whether the mail is on its way.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record LinkRequestModel(string? Email, bool IsSent, PageProblem? Problem);
