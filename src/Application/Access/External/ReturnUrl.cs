namespace CleanApi.Application.Access;

/// <summary>Where to redirect to after a sign-in: only a local path, against open redirects (RFC 9700, section 4.11).</summary>
public static class ReturnUrl
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 2000;

    /// <summary>
    /// Whether a text is a local path. Browsers read a backslash as a slash and skip tabs and line breaks, so that <c>/\x</c> and <c>/</c>, tab,
    /// <c>/x</c> would name a host.
    /// </summary>
    public static bool IsLocal(string text) =>
        text.Length <= MaxLength && text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal)
        && text.All(c => c is > ' ' and <= '~' and not '\\');
}
