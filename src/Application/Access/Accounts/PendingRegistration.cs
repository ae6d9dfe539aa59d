using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>A registration whose email address is not verified yet.</summary>
/// <param name="OrganizationName">The organization to create.</param>
/// <param name="Name">The registrant's name.</param>
/// <param name="Email">The address.</param>
/// <param name="PasswordHash">The hash of the chosen password.</param>
public sealed record PendingRegistration(string OrganizationName, string Name, string Email, string PasswordHash)
{
    /// <summary>No registration: a placeholder payload, stored so that response times do not reveal whether there is one.</summary>
    internal static readonly PendingRegistration None = new("", "", "", "");

    /// <summary>Serializes to the payload of a token.</summary>
    internal string ToPayload() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token.</summary>
    internal static PendingRegistration? FromPayload(string? payload) => payload is null ? null : JsonSerializer.Deserialize<PendingRegistration>(payload);

    /// <summary>Without the hash, the name and the address.</summary>
    public override string ToString() => nameof(PendingRegistration);
}
