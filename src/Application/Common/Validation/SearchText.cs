using System.Text;

namespace CleanApi.Application.Common.Validation;

/// <summary>What somebody searches for, ready to be looked up in a lower-case column.</summary>
public static class SearchText
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 100;

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
