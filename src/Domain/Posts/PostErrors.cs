using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Posts;

/// <summary>The errors of posts, apart from validation.</summary>
public static class PostErrors
{
    /// <summary>Message of <see cref="Archived"/>.</summary>
    public const string ArchivedMessage = "An archived post cannot be edited; publish it again first";

    /// <summary>What another value of a field that cannot be changed is told.</summary>
    public const string ReadOnlyMessage = "Read-only here";

    /// <summary>An archived post stays as it is until it is published again.</summary>
    public static ConflictError Archived() => new(ReasonCodes.PostArchived, ArchivedMessage);

    /// <summary>A replacement sends another value of fields that it cannot change.</summary>
    /// <param name="fields">The fields, camelCase.</param>
    public static ValidationError ReadOnly(IEnumerable<string> fields) =>
        new([.. fields.Select(field => new ErrorDetail(field, FieldCodes.ReadOnly, ReadOnlyMessage))]);
}
