using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Requests;

/// <summary>What an Accept header says of a media type: its most specific range decides (RFC 9110, section 12.5.1).</summary>
internal static class AcceptWeights
{
    private const int Any = 1;
    private const int AnyOfType = 2;
    private const int Named = 3;

    /// <summary>The weight of a media type, and where its range stands; null when no range is about it.</summary>
    /// <param name="ranges">The header.</param>
    /// <param name="type">A media type without parameters.</param>
    public static (double Weight, int At, bool IsNamed)? Of(IList<MediaTypeHeaderValue> ranges, string type)
    {
        (double Weight, int At, bool IsNamed)? found = null;
        var best = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            var specificity = Specificity(ranges[i], type);
            if (specificity > best)
            {
                (best, found) = (specificity, (ranges[i].Quality ?? 1, i, specificity == Named));
            }
        }

        return found;
    }

    // Parameters of a range are passed over: nothing here comes in several forms.
    private static int Specificity(MediaTypeHeaderValue range, string type)
    {
        if (range.MatchesAllTypes)
        {
            return Any;
        }

        if (range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            return Named;
        }

        return range.MatchesAllSubTypes && type.StartsWith(range.MediaType.ToString().TrimEnd('*'), StringComparison.OrdinalIgnoreCase) ? AnyOfType : 0;
    }
}
