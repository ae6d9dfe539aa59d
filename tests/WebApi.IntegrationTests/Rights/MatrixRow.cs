using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>What each kind of caller is answered by one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="IsSelf">Whether the user in its path is the caller.</param>
/// <param name="Answers">The answers, by kind.</param>
internal sealed record MatrixRow(Operation Operation, bool IsSelf, IReadOnlyDictionary<CallerKind, Answer> Answers)
{
    /// <summary>The row of the table.</summary>
    public string Text =>
        $"| `{Operation}`{(IsSelf ? " (oneself)" : "")} | {string.Join(" | ", CallerKind.Columns.Select(kind => Cell(Answers[kind])))} | {Scopes()} |";

    /// <summary>The status, and of a refusal the reason.</summary>
    public static string Cell(Answer answer) => answer.Status == 403 ? $"403 {answer.Json.Text("error.details.0.code")}" : $"{answer.Status}";

    // The most frequent answer last, without its scopes: mostly that the scope does not suffice.
    private string Scopes()
    {
        var groups = CallerKind.SingleScopes.GroupBy(kind => Cell(Answers[kind]), kind => kind.Name, StringComparer.Ordinal).OrderBy(group => group.Count()).ToList();
        return groups is [var all]
            ? all.Key
            : string.Join("; ", groups.SkipLast(1).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{string.Join(", ", group)}: {group.Key}")
                .Append($"others: {groups[^1].Key}"));
    }
}
