namespace CleanApi.WebApi.Pages;

/// <summary>What the page shows that asks for a second factor.</summary>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="Token">Of the first factor; what a passkey's answer goes with.</param>
/// <param name="TakesCode">Whether a code answers the question.</param>
/// <param name="TakesPasskey">Whether a passkey does.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record SecondFactorModel(string? ReturnUrl, string Token, bool TakesCode, bool TakesPasskey, PageProblem? Problem)
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(SecondFactorModel);
}
