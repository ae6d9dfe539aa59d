namespace CleanApi.Domain.Common;

/// <summary>Why a text is no name, in the order in which it is looked for.</summary>
public enum NameViolation
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It has nothing to see.</summary>
    Blank,

    /// <summary>It has too many characters, without the spaces around it.</summary>
    TooLong,

    /// <summary>It has a control character, such as a line break.</summary>
    ControlCharacter,

    /// <summary>It has a line separator, or a format character that is no joiner inside a word.</summary>
    FormatCharacter,

    /// <summary>It is not well-formed, or has a noncharacter.</summary>
    Malformed,

    /// <summary>It has more combining marks in a row than can be read.</summary>
    TooManyMarks,

    /// <summary>It has what mail programs make a link of.</summary>
    Link,
}
