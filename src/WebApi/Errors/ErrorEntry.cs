using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>The documentation of an error code.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Description">What the code means.</param>
/// <param name="Cause">When it happens.</param>
/// <param name="Remedy">What a client can do.</param>
/// <param name="Example">A message as it is sent.</param>
public sealed record ErrorEntry(string Code, int Status, string Title, string Description, string Cause, string Remedy, string Example)
{
    /// <summary>Details as they are sent with the example.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; init; } = [];
}
