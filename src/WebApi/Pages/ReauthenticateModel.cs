using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for step-up authentication.</summary>
/// <param name="Email">Who has signed in.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="HasApp">Whether they have an authenticator app.</param>
/// <param name="HasRecoveryCodes">Whether they have recovery codes.</param>
/// <param name="Asked">What they have asked to prove it with; null for what is first.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record ReauthenticateModel(string Email, string? ReturnUrl, bool HasApp, bool HasRecoveryCodes, string? Asked, PageProblem? Problem)
{
    /// <summary>The second factor whose code they give; null for the password, which is enough where there is none.</summary>
    public string? Method => HasRecoveryCodes && (Asked == SecondFactorMethods.RecoveryCode || !HasApp) ? SecondFactorMethods.RecoveryCode
        : HasApp ? SecondFactorMethods.Totp
        : null;

    /// <summary>The address of this page, for another method.</summary>
    public string For(string method) =>
        PageAddresses.With(PageAddresses.With(PageAddresses.Reauthenticate, SecondFactorPage.MethodParameter, method), "returnUrl", ReturnUrl);
}
