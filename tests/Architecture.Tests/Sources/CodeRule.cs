using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>Something that the code must not contain.</summary>
/// <param name="What">What it is called.</param>
/// <param name="Find">Where a file has it.</param>
/// <param name="Folders">In which folders.</param>
internal sealed record CodeRule(string What, Func<SourceFile, IEnumerable<SyntaxNode>> Find, params string[] Folders)
{
    private static readonly string[] Everywhere = ["src", "libs", "tests"];

    private static readonly string[] Clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

    // What they keep has the key that somebody writes: one without the tenant in it gives one tenant's data to another.
    private static readonly string[] Caches =
        ["IMemoryCache", "MemoryCache", "IDistributedCache", "HybridCache", "AddOutputCache", "UseOutputCache", "CacheOutput", "AddResponseCaching", "UseResponseCaching"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CodeRule> All { get; } =
    [
        new("a swallowed exception", file => file.Nodes<CatchClauseSyntax>().Where(IsSwallowed), Everywhere),
        new("a warning that is switched off without a reason", file => Pragmas(file).Where(pragma => !IsExplained(pragma)), Everywhere),
        new("a test that sleeps", file => Calls(file, "Thread.Sleep", "Task.Delay"), "tests"),
        new("the system's clock", file => file.Nodes<MemberAccessExpressionSyntax>().Where(access => Clocks.Contains(Written(access))), "src"),
        new("a cache of data or answers", file => file.Nodes<SimpleNameSyntax>().Where(name => Caches.Contains(name.Identifier.Text)), "src"),
        new("a thread that waits for a task", file => Waits(file), "src"),
    ];

    // A comment in the braces says why there is nothing to do; the exception's type is named then, or a condition.
    private static bool IsSwallowed(CatchClauseSyntax clause) =>
        clause.Block.Statements.Count == 0
        && ((clause.Filter is null && clause.Declaration?.Type is null or IdentifierNameSyntax { Identifier.Text: "Exception" } or QualifiedNameSyntax { Right.Identifier.Text: "Exception" })
            || !clause.Block.DescendantTrivia().Any(IsComment));

    private static IEnumerable<SyntaxNode> Pragmas(SourceFile file) =>
        file.Root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
            .Where(pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword));

    // The reason stands at the end of the line, or in the comment above it.
    private static bool IsExplained(SyntaxNode pragma)
    {
        var before = pragma.ParentTrivia.Token.LeadingTrivia.TakeWhile(trivia => trivia != pragma.ParentTrivia);
        return pragma.DescendantTrivia().Any(IsComment) || before.Any(IsComment);
    }

    private static IEnumerable<SyntaxNode> Calls(SourceFile file, params string[] methods) =>
        file.Nodes<InvocationExpressionSyntax>().Where(call => methods.Contains(Written(call.Expression)));

    private static IEnumerable<SyntaxNode> Waits(SourceFile file) =>
        from access in file.Nodes<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.Text is "Result" or "Wait" or "WaitAll" or "WaitAny" or "GetResult"
        where file.Model.GetSymbolInfo(access).Symbol?.ContainingType is { Name: "Task" or "ValueTask" or "TaskAwaiter" or "ValueTaskAwaiter" }
        select access;

    // The last two names of a chain: what stands before is a namespace.
    private static string Written(SyntaxNode node) => string.Join('.', node.ToString().Split('.').TakeLast(2));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
