using System.Text.RegularExpressions;

namespace CleanApi.Guides.Tests.Notation;

/// <summary>
/// A guide and its placed blocks. The info string of a fence names the place after the language: <c>csharp src/A.cs</c> is a new file,
/// <c>csharp src/A.cs +</c> the last member of the class in a C# file that exists, <c>csharp src/A.cs after:text</c> lines after the first one with that
/// text. A block without a path is an illustration.
/// </summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Blocks">The placed blocks, in order.</param>
/// <param name="Illustrations">The text of the other blocks.</param>
/// <param name="Prose">The text outside of blocks.</param>
internal sealed partial record Guide(string Path, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Illustrations, string Prose)
{
    /// <summary>The files that the guide adds.</summary>
    public IReadOnlyList<string> NewFiles => [.. Blocks.Where(block => block.Placement == Placement.NewFile).Select(block => block.Path).Distinct()];

    /// <summary>The files that it edits.</summary>
    public IReadOnlyList<string> EditedFiles => [.. Blocks.Select(block => block.Path).Except(NewFiles, StringComparer.Ordinal)];

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">A fence has an unknown notation or no end, or two blocks are the same new file.</exception>
    public static Guide Parse(string path, string text)
    {
        var lines = text.Split('\n');
        var blocks = new List<Block>();
        var illustrations = new List<string>();
        var prose = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                prose.Add(lines[i]);
                continue;
            }

            var start = i;
            var source = $"{path}:{start + 1}";
            var info = lines[start].TrimStart('`');
            var fence = lines[start][..^info.Length];
            i = Array.IndexOf(lines, fence, start + 1);
            if (i < 0)
            {
                throw new FormatException($"{source}: the block has no end.");
            }

            var content = string.Concat(lines[(start + 1)..i].Select(line => line + "\n"));
            if (info.Contains(' ', StringComparison.Ordinal))
            {
                blocks.Add(Place(source, info, content));
            }
            else
            {
                illustrations.Add(content);
            }
        }

        var created = blocks.Where(block => block.Placement == Placement.NewFile).ToList();
        if (created.Except(created.DistinctBy(block => block.Path)).FirstOrDefault() is { } twice)
        {
            throw new FormatException($"{twice.Source}: {twice.Path} is a new file twice.");
        }

        return new Guide(path, blocks, illustrations, string.Join('\n', prose));
    }

    private static Block Place(string source, string info, string content)
    {
        if (Info().Match(info) is not { Success: true } match || match.Groups["path"].Value.Split('/').Contains(".."))
        {
            throw new FormatException($"{source}: “{info}” is not a language, a path and nothing, “+” or “after:text”.");
        }

        var path = match.Groups["path"].Value;
        if (match.Groups["anchor"].Success)
        {
            return new Block(source, path, Placement.After, match.Groups["anchor"].Value, content);
        }

        return new Block(source, path, match.Groups["member"].Success ? Placement.LastMember : Placement.NewFile, null, content);
    }

    [GeneratedRegex(@"^[a-z]+ (?<path>[\w.-]+(/[\w.-]+)*)((?<=\.cs)(?<member> \+)| after:(?<anchor>\S.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Info();
}
