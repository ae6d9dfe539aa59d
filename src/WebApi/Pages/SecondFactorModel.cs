namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page for the second factor.</summary>
public sealed record SecondFactorModel(string? ReturnUrl, string Token, bool TakesCode, bool TakesPasskey, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(SecondFactorModel);
}
