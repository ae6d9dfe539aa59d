namespace CleanApi.WebApi.Pages;

/// <summary>What a page shows that a mail's link leads to.</summary>
/// <param name="Token">The link's token; goes on with the form.</param>
/// <param name="Name">What was entered, where the page asks for a name.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record TokenModel(string? Token, string? Name, PageProblem? Problem)
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(TokenModel);
}
