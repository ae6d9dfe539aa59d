namespace CleanApi.Domain.Common;

/// <summary>Why a text of several lines is refused, in the order in which it is looked for.</summary>
public enum TextViolation
{
    /// <summary>It has too many characters.</summary>
    TooLong,

    /// <summary>It has a control character other than tabs and line breaks.</summary>
    ControlCharacter,

    /// <summary>It is not well-formed, or has a noncharacter.</summary>
    Malformed,

    /// <summary>It has more combining marks in a row than can be read.</summary>
    TooManyMarks,
}
