using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>What the source of a controller says.</summary>
internal sealed partial record ControllerFile(CSharpFile File)
{
    /// <summary>Those of the repository: files whose one type is a controller that clients can call.</summary>
    public static IReadOnlyList<ControllerFile> All { get; } =
    [
        .. Repository.Sources("src/WebApi")
            .Where(file => file.Path.EndsWith("Controller.cs", StringComparison.Ordinal) && Concrete().IsMatch(file.Text.Code))
            .Select(file => new ControllerFile(file)),
    ];

    /// <summary>The types of what is injected.</summary>
    public IReadOnlyList<string> Injected =>
    [
        .. Concrete().Match(File.Text.Code).Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split(' ')[0]),
    ];

    /// <summary>The actions: name, and the body after the parameters.</summary>
    public IReadOnlyList<(string Name, string Body)> Actions =>
        [.. Action().Matches(File.Text.Code).Select(match => (match.Groups["name"].Value, match.Groups["body"].Value))];

    [GeneratedRegex(@"^public\s+(sealed\s+)?(partial\s+)?class\s+\w+Controller(\((?<parameters>[^)]*)\))?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Concrete();

    // Parameters may have attributes with parentheses of their own.
    [GeneratedRegex(@"^    public\s+(?!(const|static|override|sealed)\b)[\w<>?,\s]+?\b(?<name>\w+)\((?<parameters>([^()]|\([^()]*\))*)\)(?<body>[^;{]*(;|\{))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
