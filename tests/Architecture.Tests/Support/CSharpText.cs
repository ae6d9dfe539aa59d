namespace CleanApi.Architecture.Tests.Support;

/// <summary>
/// The text of a C# file, three times at the same length, so that an index means the same place in each: as it stands, as code alone, and as code with
/// its comments. What is left out is blank.
/// </summary>
/// <param name="Raw">As it stands.</param>
/// <param name="Code">Without comments and without what stands in strings; the expressions in an interpolated string are code.</param>
/// <param name="Commented">Without what stands in strings.</param>
/// <param name="Literals">The strings, in order.</param>
internal sealed record CSharpText(string Raw, string Code, string Commented, IReadOnlyList<StringLiteral> Literals)
{
    /// <summary>Reads a file's text.</summary>
    public static CSharpText Of(string raw) => new CSharpLexer(raw).Read();

    /// <summary>The number of the line, from 1, of a place.</summary>
    public int Line(int index) => Raw.AsSpan(0, index).Count('\n') + 1;

    /// <summary>A line as it stands; empty where there is none.</summary>
    public string LineAt(int number) => Raw.Split('\n').ElementAtOrDefault(number - 1) ?? "";
}
