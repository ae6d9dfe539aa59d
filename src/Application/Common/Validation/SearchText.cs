using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Validation;

/// <summary>What somebody searches for. The database folds it, and what it is searched in, so that both are folded by one engine.</summary>
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

    /// <summary>The text in NFC, without the spaces around it; null when there is nothing to look for.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : Nfc.Of(text).Trim();

    /// <summary>Whether a folded text has a part that is the search, folded; translated to SQL.</summary>
    /// <param name="folded">An <see cref="ISearchable.SearchText"/>.</param>
    /// <param name="search">A search, whose wildcards are literals.</param>
    /// <exception cref="NotSupportedException">It is called: only the database folds texts as the column is folded.</exception>
    public static bool IsIn(string folded, string search) => throw new NotSupportedException("Only the database folds texts.");
}
