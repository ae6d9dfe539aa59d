namespace CleanApi.Application.Access;

/// <summary>How long sign-ins last.</summary>
/// <param name="Lifetime">From sign-in to the end, however often it is refreshed in between.</param>
/// <param name="IdleLimit">From one refresh to the end, when none follows: so long lasts a refresh token.</param>
/// <param name="ReuseLeeway">How long a used refresh token still gives the same successor: for parallel requests, and for answers that got lost.</param>
public sealed record SessionPolicy(TimeSpan Lifetime, TimeSpan IdleLimit, TimeSpan ReuseLeeway)
{
    /// <summary>When a refresh token ends: with the idle limit, or with its session.</summary>
    /// <param name="issuedAt">When it was issued.</param>
    /// <param name="sessionEnd">When the session ends, whatever happens.</param>
    public DateTimeOffset RefreshTokenEnd(DateTimeOffset issuedAt, DateTimeOffset sessionEnd) =>
        issuedAt + IdleLimit < sessionEnd ? issuedAt + IdleLimit : sessionEnd;
}
