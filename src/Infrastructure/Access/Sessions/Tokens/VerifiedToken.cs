using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>A token with a verified signature.</summary>
internal sealed record VerifiedToken(UserCaller Caller, DateTimeOffset NotBefore, DateTimeOffset ExpiresAt)
{
    /// <summary>Tolerates clock differences between instances.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Whether it is valid at a time.</summary>
    public bool IsValidAt(DateTimeOffset now) => now >= NotBefore - ClockSkew && now < ExpiresAt + ClockSkew;
}
