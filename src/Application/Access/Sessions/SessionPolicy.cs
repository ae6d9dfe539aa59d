namespace CleanApi.Application.Access;

/// <summary>Lifetimes of sessions and refresh tokens.</summary>
/// <param name="Lifetime">The absolute lifetime of a session; a refresh does not extend it.</param>
/// <param name="IdleLimit">The lifetime of a refresh token: a session without a refresh for so long cannot be refreshed any more.</param>
/// <param name="ReuseLeeway">How long a used refresh token still returns the same successor, for parallel requests and lost responses.</param>
public sealed record SessionPolicy(TimeSpan Lifetime, TimeSpan IdleLimit, TimeSpan ReuseLeeway)
{
    /// <summary>When a refresh token expires: with the idle limit or with its session, whichever is earlier.</summary>
    /// <param name="issuedAt">When it was issued.</param>
    /// <param name="sessionEnd">When the session expires.</param>
    public DateTimeOffset RefreshTokenEnd(DateTimeOffset issuedAt, DateTimeOffset sessionEnd) =>
        issuedAt + IdleLimit < sessionEnd ? issuedAt + IdleLimit : sessionEnd;
}
