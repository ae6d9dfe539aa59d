using System.ComponentModel.DataAnnotations;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Errors;

/// <summary>What went wrong.</summary>
/// <param name="Code">What kind of error; a closed list, with a page for each.</param>
/// <param name="Message">For people.</param>
/// <param name="Details">What is wrong in particular; may be empty.</param>
/// <param name="RequestId">The request's id, as in X-Request-ID.</param>
/// <param name="Timestamp">When, in UTC.</param>
/// <param name="Documentation">The page that describes the code.</param>
public sealed record ErrorBody(
    [property: ConstantOf(typeof(ErrorCodes))] string Code,
    string Message,
    IReadOnlyList<ErrorDetail> Details,
    [property: RequestId] string RequestId,
    DateTimeOffset Timestamp,
    [property: DataType("uri-reference")] string Documentation);
