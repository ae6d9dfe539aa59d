using System.Text.Json.Serialization;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>One thing that is wrong.</summary>
/// <param name="Pointer">Where in the request's body: a JSON pointer as a URI fragment (RFC 6901, section 6); absent where it is not in the body.</param>
/// <param name="Field">The same as a dotted path; absent where the error is not about a field.</param>
/// <param name="Code">What kind of mistake, or the reason of the refusal; a closed list.</param>
/// <param name="Message">For people.</param>
public sealed record ProblemError(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    [property: ConstantOf(typeof(FieldCodes), typeof(ReasonCodes))] string Code,
    string Message);
