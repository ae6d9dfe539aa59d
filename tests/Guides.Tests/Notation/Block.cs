using System.Globalization;

namespace CleanApi.Guides.Tests.Notation;

/// <summary>A code block of a guide that has a place in the repository.</summary>
/// <param name="Source">The guide and the line of the fence, for messages.</param>
/// <param name="Path">The file, from the repository's root, with slashes.</param>
/// <param name="Placement">What the block does to the file.</param>
/// <param name="Anchor">The text that the line before the insertion contains; null unless the placement is <see cref="Placement.After"/>.</param>
/// <param name="Text">The content; its lines end in \n.</param>
internal sealed record Block(string Source, string Path, Placement Placement, string? Anchor, string Text)
{
    private const string ClosingBrace = "}";

    // In the name of a new file: the number that follows on those of the files in its folder.
    private const string NextNumber = "NNNN";

    /// <summary>Whether it is a class of tests.</summary>
    public bool IsTest =>
        Placement == Placement.NewFile && Path.StartsWith("tests/", StringComparison.Ordinal) && Path.EndsWith("Tests.cs", StringComparison.Ordinal);

    /// <summary>The name of the file without its ending: by convention, that of its type.</summary>
    public string TypeName => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The name of the project: the folder below <c>src</c> or <c>tests</c>.</summary>
    public string Project => Path.Split('/')[1];

    /// <summary>Writes the block into a copy of the repository.</summary>
    /// <exception cref="FormatException">The new file exists, the edited one does not, or it has no such place.</exception>
    public void ApplyTo(string root)
    {
        var file = System.IO.Path.Combine(root, Path);
        if (Placement == Placement.NewFile)
        {
            Require(!File.Exists(file), "exists already");
            var directory = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            file = file.Replace(NextNumber, (LastNumber(directory) + 1).ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            File.WriteAllText(file, Text);
            return;
        }

        Require(File.Exists(file), "is not there to be edited");
        File.WriteAllText(file, Edit(File.ReadAllText(file)));
    }

    /// <summary>The text of an existing file with the block in it.</summary>
    /// <exception cref="FormatException">The file has no such place.</exception>
    public string Edit(string text)
    {
        var lines = text.Split('\n').ToList();
        var index = Placement == Placement.LastMember
            ? lines.LastIndexOf(ClosingBrace)
            : lines.FindIndex(line => line.Contains(Anchor!, StringComparison.Ordinal)) + 1;
        Require(index > 0, Placement == Placement.LastMember ? "has no class that ends in a line of its own" : $"has no line with “{Anchor}”");
        if (Placement == Placement.LastMember && lines[index - 1] is not ("{" or ""))
        {
            lines.Insert(index++, "");
        }

        lines.InsertRange(index, Text.TrimEnd('\n').Split('\n'));
        return string.Join('\n', lines);
    }

    private static int LastNumber(DirectoryInfo directory) => directory.EnumerateFiles("????_*")
        .Select(file => int.TryParse(file.Name.AsSpan(0, NextNumber.Length), CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();

    private void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new FormatException($"{Source}: {Path} {otherwise}.");
        }
    }
}
