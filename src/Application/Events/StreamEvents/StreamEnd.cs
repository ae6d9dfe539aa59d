namespace CleanApi.Application.Events;

/// <summary>Why a stream has ended.</summary>
public enum StreamEnd
{
    /// <summary>The program stops.</summary>
    Restarting,

    /// <summary>The access token has expired, although the session goes on.</summary>
    TokenExpired,

    /// <summary>The session or key has ended, or its rights have changed.</summary>
    AccessEnded,

    /// <summary>More events wait than are kept for a reader.</summary>
    TooSlow,
}
