namespace CleanApi.Application.Access;

/// <summary>A generated API key.</summary>
/// <param name="Text">The key, returned to the client once.</param>
/// <param name="Hash">SHA-256 of the key, 64 lower-case hexadecimal digits; stored.</param>
/// <param name="LastFour">The last four characters of the key; stored.</param>
public sealed record NewApiKey(string Text, string Hash, string LastFour)
{
    /// <summary>Without the key, which must not reach a log.</summary>
    public override string ToString() => nameof(NewApiKey);
}
