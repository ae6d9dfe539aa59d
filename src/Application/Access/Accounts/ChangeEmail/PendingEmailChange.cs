using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>A change of address whose new address is not proved yet.</summary>
/// <param name="From">The address when it was asked for; the link ends when the account has another one.</param>
/// <param name="To">The new address.</param>
/// <param name="Since">When the sign-in began that has asked for it, UTC: what was added since may be somebody else's.</param>
internal sealed record PendingEmailChange(string From, string To, DateTimeOffset Since)
{
    /// <summary>Serializes to the payload of a token.</summary>
    public string ToPayload() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token.</summary>
    public static PendingEmailChange? FromPayload(string? payload) => payload is null ? null : JsonSerializer.Deserialize<PendingEmailChange>(payload);

    /// <summary>Without the addresses.</summary>
    public override string ToString() => nameof(PendingEmailChange);
}
