namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>How a ceremony differs from a good one.</summary>
internal sealed record Tampering
{
    /// <summary>Nothing is wrong.</summary>
    public static readonly Tampering None = new();

    /// <summary>The site that the browser names.</summary>
    public string Origin { get; init; } = PasskeyApi.Origin;

    /// <summary>Whether the browser says that it is in a frame of another site.</summary>
    public bool CrossOrigin { get; init; }

    /// <summary>The relying party that the authenticator signs for; null for the one that was asked.</summary>
    public string? RelyingPartyId { get; init; }

    /// <summary>The ceremony that the browser names; null for the right one.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the authenticator has verified the person.</summary>
    public bool IsUserVerified { get; init; } = true;

    /// <summary>Whether somebody was there.</summary>
    public bool IsUserPresent { get; init; } = true;

    /// <summary>The counter; null for the next.</summary>
    public uint? Counter { get; init; }

    /// <summary>The challenge in base64url; null for the one that was asked.</summary>
    public string? Challenge { get; init; }

    /// <summary>The account that the authenticator names, in base64url; null for the one that it was made for.</summary>
    public string? UserHandle { get; init; }

    /// <summary>Whether one bit of the signature is another.</summary>
    public bool FlipsSignature { get; init; }
}
