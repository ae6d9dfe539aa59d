namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The manipulation of a ceremony.</summary>
internal sealed record Tampering
{
    /// <summary>A valid ceremony.</summary>
    public static readonly Tampering None = new();

    /// <summary>The origin in the client data.</summary>
    public string Origin { get; init; } = PasskeyApi.Origin;

    /// <summary>Whether the client data is cross-origin.</summary>
    public bool CrossOrigin { get; init; }

    /// <summary>The signed RP ID; null for the requested one.</summary>
    public string? RelyingPartyId { get; init; }

    /// <summary>The type in the client data; null for the correct one.</summary>
    public string? Type { get; init; }

    /// <summary>The user verification flag.</summary>
    public bool IsUserVerified { get; init; } = true;

    /// <summary>The user presence flag.</summary>
    public bool IsUserPresent { get; init; } = true;

    /// <summary>The counter; null for the next.</summary>
    public uint? Counter { get; init; }

    /// <summary>The challenge in base64url; null for the requested one.</summary>
    public string? Challenge { get; init; }

    /// <summary>The user handle in base64url; null for the one of the passkey.</summary>
    public string? UserHandle { get; init; }

    /// <summary>Whether one bit of the signature is flipped.</summary>
    public bool FlipsSignature { get; init; }
}
