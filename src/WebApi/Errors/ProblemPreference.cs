using CleanApi.WebApi.Requests;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Errors;

/// <summary>Decides from Accept whether a client prefers problem details (RFC 9110, section 12.5.1).</summary>
internal static class ProblemPreference
{
    private const string Problem = "application/problem+json";
    private const string Envelope = "application/json";
    private const string Refused = "q=0";

    /// <summary>
    /// Whether application/problem+json is named, and the media type of the envelope has no higher weight nor, at the same weight, an earlier position; or the
    /// envelope is refused and problem details are not.
    /// </summary>
    public static bool IsPreferred(StringValues accept)
    {
        // Fast path without parsing: nearly every client accepts application/json or */*.
        var text = accept.ToString();
        if ((!text.Contains(Problem, StringComparison.OrdinalIgnoreCase) && !text.Contains(Refused, StringComparison.OrdinalIgnoreCase))
            || !MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            || AcceptWeights.Of(ranges, Problem) is not { Weight: > 0 } problem)
        {
            return false;
        }

        return AcceptWeights.Of(ranges, Envelope) switch
        {
            null => problem.IsNamed,
            { Weight: 0 } => true,
            { } envelope => problem.IsNamed
                && (problem.Weight > envelope.Weight || (problem.Weight.Equals(envelope.Weight) && !(envelope.IsNamed && envelope.At < problem.At))),
        };
    }
}
