using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>Reads from the tests' sources which rows they name. Sources, so that the order of builds does not matter.</summary>
internal static partial class TraitReader
{
    /// <summary>All of the repository.</summary>
    public static IReadOnlyList<RequirementTrait> All { get; } = [.. Repository.Sources("tests").SelectMany(Read)];

    /// <summary>Those of one file.</summary>
    public static IEnumerable<RequirementTrait> Read(CSharpFile file)
    {
        var (type, rows, isTest) = ("", new List<int>(), false);
        var lines = file.Text.Commented.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var isAttribute = line.TrimStart().StartsWith('[');
            if (isAttribute)
            {
                isTest |= TestAttribute().IsMatch(line);
                rows.AddRange(Trait().Matches(file.Text.LineAt(i + 1)).Select(match => int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture)));
            }

            // What an attribute on its own line stands on comes below it; one before a declaration in the same line stands on that.
            var declaration = isAttribute ? Attributes().Replace(line, "") : line;
            if (TypeDeclaration().Match(declaration) is { Success: true } declared)
            {
                type = declared.Groups["name"].Value;
                foreach (var row in rows)
                {
                    yield return new RequirementTrait(row, Project(file), $"{type}.*", $"{file.Path}:{i + 1}", IsTest: true);
                }

                (rows, isTest) = ([], false);
            }
            else if (Method().Match(declaration) is { Success: true } method)
            {
                foreach (var row in rows)
                {
                    yield return new RequirementTrait(row, Project(file), $"{type}.{method.Groups["name"].Value}", $"{file.Path}:{i + 1}", isTest);
                }

                (rows, isTest) = ([], false);
            }
        }
    }

    private static string Project(CSharpFile file) => file.Path.Split('/')[1];

    [GeneratedRegex(@"Trait\(""Requirement"",\s*""R(?<row>\d+)""\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Trait();

    [GeneratedRegex(@"\b\w*(Fact|Theory)(Attribute)?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^(\s*\[[^\]]*\])+", RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\s*(\w+\s+)*(class|record|struct|interface)\s+(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^\s*(public|internal|private|protected)\s+[^=({]*?\b(?<name>\w+)(<[^>]*>)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Method();
}
