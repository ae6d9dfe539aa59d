using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for the second factor.</summary>
/// <param name="Email">Whose sign-in it is.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Token">The token of the MFA challenge.</param>
/// <param name="Methods">What can answer it.</param>
/// <param name="Method">What is asked for.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record SecondFactorModel(string Email, string? ReturnUrl, string Token, IReadOnlyList<string> Methods, string Method, PageProblem? Problem)
{
    /// <summary>Whether a method can answer the challenge.</summary>
    public bool Takes(string method) => Methods.Contains(method, StringComparer.Ordinal);

    /// <summary>The address of this page, for another method.</summary>
    public string For(string method) =>
        PageAddresses.With(PageAddresses.With(PageAddresses.SecondFactor, SecondFactorPage.MethodParameter, method), "returnUrl", ReturnUrl);

    /// <summary>The method that a page asks for: the one that was chosen, else the first that the person has.</summary>
    internal static string Choose(IReadOnlyList<string> methods, string? chosen) =>
        chosen is not null && methods.Contains(chosen, StringComparer.Ordinal) ? chosen
        : methods.Contains(SecondFactorMethods.Totp, StringComparer.Ordinal) ? SecondFactorMethods.Totp
        : SecondFactorMethods.Passkey;

    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(SecondFactorModel);
}
