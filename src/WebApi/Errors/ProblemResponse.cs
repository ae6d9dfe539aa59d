using System.ComponentModel.DataAnnotations;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Errors;

/// <summary>The same as problem details: RFC 9457, section 3.1, with this API's members as extensions (section 3.2).</summary>
/// <param name="Type">The page that describes the code.</param>
/// <param name="Title">The same for every problem of this code.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong this time.</param>
/// <param name="Instance"><c>urn:request:{requestId}</c>.</param>
/// <param name="Code">What kind of error; a closed list, with a page for each.</param>
/// <param name="RequestId">The request's id, as in X-Request-ID.</param>
/// <param name="Timestamp">When, in UTC.</param>
/// <param name="Errors">What is wrong in particular; may be empty.</param>
public sealed record ProblemResponse(
    [property: DataType("uri-reference")] string Type,
    string Title,
    int Status,
    string Detail,
    [property: Url] string Instance,
    [property: ConstantOf(typeof(ErrorCodes))] string Code,
    [property: RequestId] string RequestId,
    DateTimeOffset Timestamp,
    IReadOnlyList<ProblemError> Errors);
