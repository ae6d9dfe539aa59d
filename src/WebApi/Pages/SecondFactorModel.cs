namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for the second factor.</summary>
/// <param name="Token">The MFA token; the passkey's assertion is sent with it.</param>
/// <param name="TakesCode">Whether a code is accepted.</param>
/// <param name="TakesPasskey">Whether a passkey is accepted.</param>
public sealed record SecondFactorModel(string? ReturnUrl, string Token, bool TakesCode, bool TakesPasskey, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(SecondFactorModel);
}
