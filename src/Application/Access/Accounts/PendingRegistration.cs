using System.Text.Json;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Access;

/// <summary>A registration whose email address is not verified yet. Without a password: whoever proves the mailbox chooses it.</summary>
/// <param name="OrganizationName">The organization to create.</param>
/// <param name="Name">The registrant's name.</param>
/// <param name="Email">The address.</param>
/// <param name="OrganizationId">The id that the organization will have: of several links of one registration, one creates it.</param>
public sealed record PendingRegistration(string OrganizationName, string Name, string Email, OrganizationId OrganizationId)
{
    /// <summary>No registration: a placeholder payload, stored so that response times do not reveal whether there is one.</summary>
    internal static readonly PendingRegistration None = new("", "", "", default);

    /// <summary>Serializes to the payload of a token.</summary>
    internal string ToPayload() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token.</summary>
    internal static PendingRegistration? FromPayload(string? payload) => payload is null ? null : JsonSerializer.Deserialize<PendingRegistration>(payload);

    /// <summary>Without the name and the address.</summary>
    public override string ToString() => nameof(PendingRegistration);
}
