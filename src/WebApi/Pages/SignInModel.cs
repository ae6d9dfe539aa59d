namespace CleanApi.WebApi.Pages;

/// <summary>The model of the sign-in page.</summary>
/// <param name="Email">What was entered, here or on the page before.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Providers">The other providers to sign in with.</param>
/// <param name="Person">Who has signed in already; null when nobody has.</param>
/// <param name="Notice">The notice of a completed action.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record SignInModel(
    string? Email, string? ReturnUrl, IReadOnlyList<ProviderLink> Providers, SignedInPerson? Person, PageNotice? Notice, PageProblem? Problem);
