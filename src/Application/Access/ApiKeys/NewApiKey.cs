namespace CleanApi.Application.Access;

/// <summary>A key's text, and what is stored of it.</summary>
/// <param name="Text">For the client, once.</param>
/// <param name="Hash">SHA-256 of the text, 64 hexadecimal digits in lower case.</param>
/// <param name="LastFour">The last four characters of the text.</param>
public sealed record NewApiKey(string Text, string Hash, string LastFour)
{
    /// <summary>Without the key: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(NewApiKey);
}
