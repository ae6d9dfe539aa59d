namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for step-up authentication.</summary>
/// <param name="Email">Who has signed in.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="HasApp">Whether they have an authenticator app.</param>
/// <param name="HasRecoveryCodes">Whether they have recovery codes.</param>
/// <param name="Method">What they prove it with.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record ReauthenticateModel(string Email, string? ReturnUrl, bool HasApp, bool HasRecoveryCodes, string Method, PageProblem? Problem)
{
    /// <summary>The address of this page, for another method.</summary>
    public string For(string method) =>
        PageAddresses.With(PageAddresses.With(PageAddresses.Reauthenticate, SecondFactorPage.MethodParameter, method), "returnUrl", ReturnUrl);
}
