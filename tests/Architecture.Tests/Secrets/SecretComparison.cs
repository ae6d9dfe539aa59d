using System.Text.RegularExpressions;

namespace CleanApi.Architecture.Tests.Secrets;

/// <summary>Finds comparisons of hashes and secrets that stop at the first difference, and so tell by their time how much of a guess was right.</summary>
internal static partial class SecretComparison
{
    /// <summary>Where they are in a code without comments and strings.</summary>
    public static IEnumerable<Match> In(string code) =>
        Comparison().Matches(code).Where(match => !IsLookup(code, match)).Concat(Call().Matches(code));

    // A row that is looked up by its hash, in an expression that the database evaluates over an index.
    private static bool IsLookup(string code, Match match)
    {
        var parameter = match.Groups["left"].Value.Split('.')[0];
        var line = code[(code.LastIndexOf('\n', match.Index) + 1)..match.Index];
        return match.Groups["left"].Value.Contains('.') && Regex.IsMatch(line, $@"\b(Where|\w+Async)\({Regex.Escape(parameter)}\s*=>");
    }

    [GeneratedRegex(
        @"(?<left>\b[\w.]*)\s*(==|!=)\s*(?!(null|default)\b)(?<right>[\w.]+)(?<=\b\w*([hH]ash|[sS]ecret|[mM]ac|MAC)\b\s*(==|!=)\s*[\w.]+|\b\w*([hH]ash|[sS]ecret|[mM]ac|MAC))(?![\w.(])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    [GeneratedRegex(
        @"\b\w*([hH]ash|[sS]ecret|[mM]ac|MAC)(\.\w+(\(\))?)*\.(SequenceEqual|Equals)\(|\b(SequenceEqual|Equals)\([^;]*?\b\w*([hH]ash|[sS]ecret|[mM]ac|MAC)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
