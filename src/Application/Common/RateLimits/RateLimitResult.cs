namespace CleanApi.Application.Common.RateLimits;

/// <summary>What became of a request.</summary>
/// <param name="IsAdmitted">Whether each of its windows had room for it.</param>
/// <param name="States">What the windows have left after it, up to the first without room. Of a refusal that is remembered, as they were when it was made.</param>
public readonly record struct RateLimitResult(bool IsAdmitted, IReadOnlyList<RateLimitState> States)
{
    /// <summary>When a refused request is admitted at the earliest.</summary>
    public DateTimeOffset RetryAt
    {
        get
        {
            var retryAt = DateTimeOffset.MinValue;
            foreach (var state in States)
            {
                retryAt = state.Remaining == 0 && state.MoreAt > retryAt ? state.MoreAt : retryAt;
            }

            return retryAt;
        }
    }
}
