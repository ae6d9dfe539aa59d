using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>
/// Failed verifications of one subject's secret from one source since the last success there; one row per subject (<see cref="AnyNetwork"/>) sums up all
/// networks without a success. Unknown addresses are counted the same way.
/// </summary>
[Global("Counted before the account is known, by the entered address and the network.")]
public sealed class VerificationFailures
{
    /// <summary>The source of the row that sums up all unknown networks.</summary>
    public const string AnyNetwork = "";

    private VerificationFailures()
    {
    }

    /// <summary>Keyed hash of the email address or the account's id, 32 bytes, so that mistyped addresses are not stored.</summary>
    [Secret]
    public byte[] SubjectHash { get; private init; } = [];

    /// <summary>A session's id, an IPv4 address, the /64 prefix of an IPv6 address, or <see cref="AnyNetwork"/>.</summary>
    public string Source { get; private init; } = AnyNetwork;

    /// <summary>Attempts since the last success that failed or are still being verified.</summary>
    public int Failures { get; private init; }

    /// <summary>When counting began, UTC.</summary>
    public DateTimeOffset CountedSince { get; private init; }

    /// <summary>When the last attempt was counted, UTC.</summary>
    public DateTimeOffset LastAttemptAt { get; private init; }

    /// <summary>Until when attempts from the source are rejected, whatever the secret, UTC; null when they are not.</summary>
    public DateTimeOffset? BlockedUntil { get; private init; }

    /// <summary>When a verification last succeeded from the network, UTC; null when none has, and for a session.</summary>
    public DateTimeOffset? SucceededAt { get; private init; }
}
