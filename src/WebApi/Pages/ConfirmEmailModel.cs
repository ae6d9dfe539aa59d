using CleanApi.Application.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The model of the page that confirms a changed address, or undoes the change.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Change">What the link does; null when it is not valid.</param>
/// <param name="Problem">The errors of the submission.</param>
public sealed record ConfirmEmailModel(string? Token, EmailChangePreviewResponse? Change, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(ConfirmEmailModel);
}
