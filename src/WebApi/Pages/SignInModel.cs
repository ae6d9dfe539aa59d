namespace CleanApi.WebApi.Pages;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Email">What was entered.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Providers">Where else one can prove who one is.</param>
/// <param name="Notice">What was done before.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record SignInModel(string? Email, string? ReturnUrl, IReadOnlyList<ProviderLink> Providers, string? Notice, PageProblem? Problem);
