using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>The documentation of a field code.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Description">What it says of the field, and what to do about it.</param>
/// <param name="Example">A detail as it is sent; its code is the one described.</param>
public sealed record FieldEntry(string Title, string Description, ErrorDetail Example)
{
    /// <summary>One of <see cref="FieldCodes"/>.</summary>
    public string Code => Example.Code;
}
