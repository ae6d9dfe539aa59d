using CleanApi.Application.Events;

namespace CleanApi.WebApi.Events;

/// <summary>What clients are told at the end of a stream: a reason that programs compare, and what to do.</summary>
internal static class StreamEndTexts
{
    /// <summary>The reason and the message.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A new kind of end: add what clients are told.</exception>
    public static StreamEnding Of(StreamEnd end) => end switch
    {
        StreamEnd.TokenExpired => new("TOKEN_EXPIRED", "The access token has expired: get a new one, then connect again with the last id"),
        StreamEnd.AccessEnded => new("ACCESS_ENDED", "The session or API key has ended, or its rights have changed: sign in again"),
        StreamEnd.TooSlow => new("TOO_SLOW", "Events came faster than they were read: go on from the last id, and read faster or with a narrower filter"),
        StreamEnd.Restarting => new("RESTARTING", "The service restarts: connect again with the last id"),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "There is no text for this end."),
    };
}
