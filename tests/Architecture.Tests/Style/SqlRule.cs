using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Style;

/// <summary>
/// A statement that has something put into it other than a constant. Where PostgreSQL takes no parameter (DDL), the comment above says what makes the text safe:
/// <c>// Not a parameter: …</c>.
/// </summary>
internal static partial class SqlRule
{
    private static readonly HashSet<string> Constants =
        [.. Repository.Sources("src").SelectMany(file => Constant().Matches(file.Text.Code)).Select(match => match.Groups["name"].Value)];

    /// <summary>Where a file breaks it.</summary>
    public static IEnumerable<string> Broken(CSharpFile file) =>
        file.Find(RawApi()).Concat(file.Text.Literals.Where(literal => IsPutTogether(file.Text, literal) && !IsExplained(file.Text, literal))
            .Select(literal => $"{file.Path}:{file.Text.Line(literal.Start)} {literal.Text.Trim()}"));

    private static bool IsPutTogether(CSharpText text, StringLiteral literal)
    {
        if (!Statement().IsMatch(literal.Text))
        {
            return false;
        }

        var local = Constant().Matches(text.Code).Select(match => match.Groups["name"].Value);
        var before = text.Code[..literal.Start].TrimEnd();
        var after = text.Code[(literal.Start + literal.Length)..].TrimStart();
        return (literal.Holes.Any(hole => !Constants.Contains(hole.Split('.')[^1]) && !local.Contains(hole) && !Quoted().IsMatch(hole))
                && !Parameterized().IsMatch(before))
            || (after.StartsWith('+') && !Constants.Contains(Name().Match(after[1..]).Value.Split('.')[^1]) && Name().IsMatch(after[1..]))
            || before.EndsWith("string.Format(", StringComparison.Ordinal);
    }

    // In the lines from the one before the expression's beginning.
    private static bool IsExplained(CSharpText text, StringLiteral literal)
    {
        var start = text.Code.LastIndexOfAny([';', '{', '}'], Math.Max(literal.Start - 1, 0)) + 1;
        return text.Commented[start..literal.Start].Contains("// Not a parameter: ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw)\w*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex RawApi();

    // Statements are lower case here: a sentence for people begins with a capital.
    [GeneratedRegex(@"^\s*(select|insert into|update|delete from|create|alter|drop|grant|revoke|truncate|with|do \$|set|copy|listen|notify)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    // What these are given is no string but its parts, and each value becomes a parameter.
    [GeneratedRegex(@"\b(FromSql|ExecuteSql|ExecuteSqlAsync|SqlQuery(<\w+>)?|FromSqlInterpolated|ExecuteSqlInterpolated(Async)?)\($", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameterized();

    // PostgreSQL takes no parameter for a name; the driver's own function quotes it.
    [GeneratedRegex(@"^([\w.]+\.)?QuoteIdentifier\([\w.]+\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bconst\s+[\w.]+\s+(?<name>\w+)\s*=", RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^\s*[A-Za-z_][\w.]*")]
    private static partial Regex Name();
}
