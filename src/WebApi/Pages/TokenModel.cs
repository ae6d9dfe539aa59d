namespace CleanApi.WebApi.Pages;

/// <summary>The model of a page that is opened from a link in a mail.</summary>
public sealed record TokenModel(string? Token, string? Name, PageProblem? Problem)
{
    /// <summary>Keeps the token out of logs.</summary>
    public override string ToString() => nameof(TokenModel);
}
