using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>What a token says whose signature was found to be ours.</summary>
/// <param name="Caller">Whom it names.</param>
/// <param name="NotBefore">From when.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record VerifiedToken(UserCaller Caller, DateTimeOffset NotBefore, DateTimeOffset ExpiresAt)
{
    // Clocks of the instances that issue and verify.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Whether it is valid at a time.</summary>
    public bool IsValidAt(DateTimeOffset now) => now >= NotBefore - ClockSkew && now < ExpiresAt + ClockSkew;
}
