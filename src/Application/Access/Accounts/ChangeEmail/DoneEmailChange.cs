using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>A change of address that can be undone.</summary>
/// <param name="From">The address before, which gets the account back.</param>
/// <param name="ChangedAt">When it was changed, UTC.</param>
/// <param name="Since">When the sign-in began that has asked for it, UTC: what was added since may be somebody else's.</param>
internal sealed record DoneEmailChange(string From, DateTimeOffset ChangedAt, DateTimeOffset Since)
{
    /// <summary>Serializes to the payload of a token.</summary>
    public string ToPayload() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token.</summary>
    public static DoneEmailChange? FromPayload(string? payload) => payload is null ? null : JsonSerializer.Deserialize<DoneEmailChange>(payload);

    /// <summary>Without the address.</summary>
    public override string ToString() => nameof(DoneEmailChange);
}
