using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Errors;

/// <summary>Decides from Accept whether a client prefers problem details (RFC 9110, section 12.5.1).</summary>
internal static class ProblemPreference
{
    private const string Problem = "application/problem+json";

    /// <summary>
    /// Whether application/problem+json is named, and no media type of the envelope has a higher weight or, at the same weight, an earlier position.
    /// </summary>
    public static bool IsPreferred(StringValues accept)
    {
        // Fast path without parsing: nearly every client accepts application/json or */*.
        if (!accept.ToString().Contains(Problem, StringComparison.OrdinalIgnoreCase) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return false;
        }

        var (problem, problemAt, envelope, envelopeAt, isNamed) = (0d, 0, 0d, 0, false);
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            var weight = range.Quality ?? 1;
            if (range.MediaType.Equals(Problem, StringComparison.OrdinalIgnoreCase))
            {
                (problem, problemAt) = (weight, i);
            }
            else if (range.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                (envelope, envelopeAt, isNamed) = (weight, i, true);
            }
            else if (!isNamed && (range.MatchesAllTypes || range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)) && weight > envelope)
            {
                envelope = weight;
            }
        }

        return problem > 0 && (problem > envelope || (problem == envelope && !(isNamed && envelopeAt < problemAt)));
    }
}
