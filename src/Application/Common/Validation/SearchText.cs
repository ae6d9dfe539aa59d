using System.Text;

namespace CleanApi.Application.Common.Validation;

/// <summary>What somebody searches for, ready to be looked up in a lower-case column.</summary>
public static class SearchText
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 100;

    private const int TrigramLength = 3;

    /// <summary>Whether the text has three letters or digits in a row: what a trigram index can look up (PostgreSQL documentation, pg_trgm).</summary>
    public static bool HasTrigram(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsLetterOrDigit(c) ? run + 1 : 0;
            if (run == TrigramLength)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lower case, without the characters that mean something in a LIKE pattern; null when nothing is left to look for.</summary>
    public static string? Normalize(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('%' or '_' or '\\') && !char.IsControl(c))
            {
                kept.Append(char.ToLowerInvariant(c));
            }
        }

        var normalized = kept.ToString().Trim();
        return normalized.Length == 0 ? null : normalized;
    }
}
