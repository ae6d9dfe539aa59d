namespace CleanApi.WebApi.Access;

/// <summary>Where a person goes after signing in. It comes from a link that anybody can have written, so it must not leave this site (CWE-601).</summary>
internal static class LocalAddress
{
    private const int MaxLength = 2000;

    /// <summary>The address if it is a path of this site, with its query; null otherwise.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..] && address.Length <= MaxLength && !address.StartsWith("//", StringComparison.Ordinal) && !address.AsSpan().ContainsAnyExceptInRange('!', '~')
        // Browsers read a backslash as a slash.
        && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : null;
}
