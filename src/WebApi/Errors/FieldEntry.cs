using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>The documentation of a code of details: of a field, or of a refusal.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Description">What it means, and what to do about it.</param>
/// <param name="Example">A detail as it is sent; its code is the one described.</param>
public sealed record FieldEntry(string Title, string Description, ErrorDetail Example)
{
    /// <summary>One of <see cref="FieldCodes"/> or <see cref="ReasonCodes"/>.</summary>
    public string Code => Example.Code;

    /// <summary>The error code that a reason comes with, one of <see cref="ErrorCodes"/>; null for the code of a field.</summary>
    public string? Error { get; init; }
}
