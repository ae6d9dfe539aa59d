using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>
/// How often signing in with an address has failed from a network since it last succeeded; and, in the row of no network, from all that never succeeded.
/// Addresses that nobody has are counted alike.
/// </summary>
[Global("Counted before anybody is known: there is an address that was typed, and a network.")]
public sealed class SignInFailures
{
    /// <summary>The network of the row that counts for all of them.</summary>
    public const string AnyNetwork = "";

    private SignInFailures()
    {
    }

    /// <summary>A keyed hash of the address, 32 bytes: addresses that were typed in error are not collected.</summary>
    [Secret]
    public byte[] AddressHash { get; private init; } = [];

    /// <summary>An IPv4 address, or the first 64 bits of an IPv6 address; <see cref="AnyNetwork"/> in the row that counts for all.</summary>
    public string Network { get; private init; } = AnyNetwork;

    /// <summary>Attempts since the last success that have failed, or are still being verified.</summary>
    public int Failures { get; private init; }

    /// <summary>When counting began, UTC.</summary>
    public DateTimeOffset CountedSince { get; private init; }

    /// <summary>When the last attempt was counted, UTC.</summary>
    public DateTimeOffset LastAttemptAt { get; private init; }

    /// <summary>Until when nobody gets in from the network, whatever the password, UTC; null while everybody may try.</summary>
    public DateTimeOffset? BlockedUntil { get; private init; }

    /// <summary>When somebody last signed in with the address from the network, UTC; null when nobody has.</summary>
    public DateTimeOffset? SucceededAt { get; private init; }
}
