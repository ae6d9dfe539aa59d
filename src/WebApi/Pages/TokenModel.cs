namespace CleanApi.WebApi.Pages;

/// <summary>The model of a page that is opened from a link in a mail.</summary>
/// <param name="Token">The link's token, submitted with the form.</param>
/// <param name="Name">The entered name, if the page has that field.</param>
public sealed record TokenModel(string? Token, string? Name, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(TokenModel);
}
