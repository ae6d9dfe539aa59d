namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for step-up authentication.</summary>
public sealed record ReauthenticateModel(string? ReturnUrl, PageProblem? Problem);
