using System.Buffers.Text;

namespace CleanApi.Application.Events;

/// <summary>What <see cref="IEventCursors"/> writes looks like. Whether it is genuine shows when it is read.</summary>
public static class EventCursorForm
{
    /// <summary>Characters of a place.</summary>
    public const int PlaceLength = 50;

    /// <summary>Characters of the cursor of a page at most.</summary>
    public const int MaxPageLength = 200;

    /// <summary>Whether a text has the form of a place.</summary>
    public static bool IsPlace(string text) => text is { Length: PlaceLength } && IsEncoded(text);

    /// <summary>Whether a text has the form of the cursor of a page.</summary>
    public static bool IsPage(string text) => text is { Length: > 0 and <= MaxPageLength } && IsEncoded(text);

    // The alphabet alone, without padding and white space.
    private static bool IsEncoded(string text) => text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_') && Base64Url.IsValid(text);
}
