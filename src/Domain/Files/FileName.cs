using System.Buffers;
using CleanApi.Domain.Common;

namespace CleanApi.Domain.Files;

/// <summary>What the name of a file has to be. It is shown, and proposed to whoever downloads the file; no file of ours is ever named after it.</summary>
public static class FileName
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 255;

    /// <summary>What a name of a file that goes elsewhere is told.</summary>
    public const string NotPlainMessage = "Must be a file name without a path, and without any of < > : \" / \\ | ? *";

    /// <summary>What it has to be as a text.</summary>
    public static readonly NameRule Rule = new(MaxLength, allowsLinks: true);

    // What separates paths, drives and streams of files somewhere, or stands for several files.
    private static readonly SearchValues<char> Special = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>
    /// Whether it names one file in whatever directory it is put into: no path, no drive, no stream, no hidden file, and no end that Windows leaves out, so that
    /// the extension that was checked is the one that counts.
    /// </summary>
    public static bool IsPlain(string name) => name.Length > 0 && name[0] != '.' && name[^1] is not ('.' or ' ') && !name.AsSpan().ContainsAny(Special);
}
