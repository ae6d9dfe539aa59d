namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that sets a password.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Email">Whose password it sets; null when the link is not valid.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record ResetPasswordModel(string? Token, string? Email, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(ResetPasswordModel);
}
