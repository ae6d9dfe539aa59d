namespace CleanApi.Application.Common.Json;

/// <summary>What is wrong with a single value that has no place in its type.</summary>
public static class ScalarMessages
{
    /// <summary>No TypeID of this kind.</summary>
    public const string Id = "Invalid ID format";

    /// <summary>No address.</summary>
    public const string Email = "Invalid email format";

    /// <summary>No time with an offset.</summary>
    public const string Time = "Must be a time with its offset, such as 2026-01-31T12:00:00Z";
}
