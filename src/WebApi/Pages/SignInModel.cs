namespace CleanApi.WebApi.Pages;

/// <summary>The model of the sign-in page.</summary>
public sealed record SignInModel(string? Email, string? ReturnUrl, IReadOnlyList<ProviderLink> Providers, string? Notice, PageProblem? Problem);
