using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>
/// Failed sign-ins with an email address from one network since the last success there; one row per address (<see cref="AnyNetwork"/>) sums up all
/// networks without a success. Unknown addresses are counted the same way.
/// </summary>
[Global("Counted before the account is known, by the entered address and the network.")]
public sealed class SignInFailures
{
    /// <summary>The network of the row that sums up all unknown networks.</summary>
    public const string AnyNetwork = "";

    private SignInFailures()
    {
    }

    /// <summary>Keyed hash of the email address, 32 bytes, so that mistyped addresses are not stored.</summary>
    [Secret]
    public byte[] AddressHash { get; private init; } = [];

    /// <summary>An IPv4 address, the /64 prefix of an IPv6 address, or <see cref="AnyNetwork"/>.</summary>
    public string Network { get; private init; } = AnyNetwork;

    /// <summary>Attempts since the last success that failed or are still being verified.</summary>
    public int Failures { get; private init; }

    /// <summary>When counting began, UTC.</summary>
    public DateTimeOffset CountedSince { get; private init; }

    /// <summary>When the last attempt was counted, UTC.</summary>
    public DateTimeOffset LastAttemptAt { get; private init; }

    /// <summary>Until when sign-ins from the network are rejected, whatever the password, UTC; null when they are not.</summary>
    public DateTimeOffset? BlockedUntil { get; private init; }

    /// <summary>When a sign-in with the address last succeeded from the network, UTC; null when none has.</summary>
    public DateTimeOffset? SucceededAt { get; private init; }
}
