namespace CleanApi.WebApi.Pages;

/// <summary>The model of the sign-in page.</summary>
/// <param name="Email">What was entered.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Providers">The other providers to sign in with.</param>
/// <param name="IsSignedIn">Whether the browser has the cookie of a session.</param>
/// <param name="Notice">The notice of a completed action.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record SignInModel(string? Email, string? ReturnUrl, IReadOnlyList<ProviderLink> Providers, bool IsSignedIn, string? Notice, PageProblem? Problem);
