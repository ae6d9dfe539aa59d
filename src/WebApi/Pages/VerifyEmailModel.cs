using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that completes a registration.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Registration">What the link creates; null when it is not valid.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record VerifyEmailModel(string? Token, RegistrationPreviewResponse? Registration, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(VerifyEmailModel);
}
