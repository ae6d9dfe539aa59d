using System.Linq.Expressions;
using System.Text.RegularExpressions;

namespace CleanApi.Application.Common.Paging;

/// <summary>Names of dotted words: one, or with <c>.*</c> at its end all that begin with what precedes the asterisk, or <c>*</c>: all.</summary>
internal static partial class NamePattern
{
    /// <summary>What a pattern looks like, for the OpenAPI document.</summary>
    public const string Form = @"^(\*|[a-z][a-z0-9_]*(\.[a-z0-9_]+)*(\.\*)?)$";

    /// <summary>Characters at most.</summary>
    public const int MaxLength = 100;

    private const string All = "*";
    private const string Any = ".*";

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsValid(string text) => text.Length <= MaxLength && Valid().IsMatch(text);

    /// <summary>Whether a pattern has a name; null has all.</summary>
    public static bool Matches(string? pattern, string name) =>
        pattern is null || (PrefixOf(pattern) is { } prefix ? name.StartsWith(prefix, StringComparison.Ordinal) : name == pattern);

    /// <summary>What the names begin with; null: the pattern is one name.</summary>
    public static string? PrefixOf(string pattern) => pattern == All || pattern.EndsWith(Any, StringComparison.Ordinal) ? pattern[..^1] : null;

    /// <summary>The same of a column; null where there is no pattern.</summary>
    public static Expression<Func<T, bool>>? ConditionOf<T>(string? pattern, ParameterExpression entity, Expression column)
    {
        if (pattern is null)
        {
            return null;
        }

        Expression condition = PrefixOf(pattern) is { } prefix
            ? Expression.Call(column, nameof(string.StartsWith), Type.EmptyTypes, Captured.Value(prefix))
            : Expression.Equal(column, Captured.Value(pattern));
        return Expression.Lambda<Func<T, bool>>(condition, entity);
    }

    // $ matches before a line break at the end too.
    [GeneratedRegex(@"\A(\*|[a-z][a-z0-9_]*(\.[a-z0-9_]+)*(\.\*)?)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Valid();
}
