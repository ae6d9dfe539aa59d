using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Style;

/// <summary>Something that the code does not contain.</summary>
/// <param name="What">What it is called.</param>
/// <param name="Pattern">How it is found.</param>
/// <param name="Text">In which of a file's texts.</param>
/// <param name="Folders">In which folders.</param>
internal sealed partial record CodeRule(string What, Regex Pattern, Func<CSharpText, string> Text, params string[] Folders)
{
    private static readonly string[] Everywhere = ["src", "libs", "tests"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CodeRule> All { get; } =
    [
        new("a note to do something later", Later(), text => text.Raw, Everywhere),
        new("something that is not implemented", NotImplemented(), text => text.Code, Everywhere),
        new("a swallowed exception", Swallowed(), text => text.Commented, Everywhere),
        new("any exception caught and forgotten", SwallowedAny(), text => text.Code, Everywhere),
        new("a test that sleeps", Sleep(), text => text.Code, "tests"),
        new("the system's clock", SystemClock(), text => text.Code, "src", "libs"),
        new("a thread that waits for a task", Blocking(), text => text.Code, "src", "libs"),
        new("a warning that is switched off without a reason", Suppression(), text => text.Raw, Everywhere),
        new("a test that is skipped", Skipped(), text => text.Code, "tests"),
    ];

    /// <summary>Where a file breaks it.</summary>
    public IEnumerable<string> Broken(CSharpFile file) => file.Find(Pattern, Text(file.Text));

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K])\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex NotImplemented();

    // A comment in the braces says why there is nothing to do; one exception type at least is named then.
    [GeneratedRegex(@"\bcatch\s*(\([^)]*\)\s*)?(when\s*\(([^()]|\([^()]*\))*\)\s*)?\{\s*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception(\s+\w+)?\s*\)\s*)?\{\s*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex SwallowedAny();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)|(Async\([^;\n]*\)|[tT]ask)\.Result\b|\bTask\.Wait(All|Any)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Blocking();

    // The reason stands at the end of the line, or in the comment above it.
    [GeneratedRegex(@"(?<!//[^\n]*\n)^\s*#pragma warning disable (?![^\n]*//)[^\n]*|(?<!//[^\n]*\n\s*)\[(assembly: )?SuppressMessage\((?![^\n]*Justification)[^\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Suppression();

    [GeneratedRegex(@"\[[^\]\n]*(Fact|Theory)\([^\]\n]*\bSkip\s*=", RegexOptions.ExplicitCapture)]
    private static partial Regex Skipped();
}
