namespace CleanApi.Architecture.Tests.Support;

/// <summary>A string in a source.</summary>
/// <param name="Start">The index of its first character, the dollar sign included.</param>
/// <param name="Length">Characters up to and with the closing quote.</param>
/// <param name="Text">What stands between the quotes, the expressions as they are written.</param>
/// <param name="Holes">The expressions in it; none where it is not interpolated.</param>
internal sealed record StringLiteral(int Start, int Length, string Text, IReadOnlyList<string> Holes);
