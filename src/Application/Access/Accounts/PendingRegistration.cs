using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>What a registration waits with until its address is proved.</summary>
/// <param name="OrganizationName">The organization to found.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The address.</param>
/// <param name="PasswordHash">The hash of the password that was chosen.</param>
public sealed record PendingRegistration(string OrganizationName, string Name, string Email, string PasswordHash)
{
    /// <summary>Nobody's, for what is stored so that a stranger sees no difference.</summary>
    internal static readonly PendingRegistration None = new("", "", "", "");

    /// <summary>As the payload of a token.</summary>
    internal string ToPayload() => JsonSerializer.Serialize(this);

    /// <summary>From the payload of a token.</summary>
    internal static PendingRegistration? FromPayload(string? payload) => payload is null ? null : JsonSerializer.Deserialize<PendingRegistration>(payload);

    /// <summary>Without the hash, the name and the address.</summary>
    public override string ToString() => nameof(PendingRegistration);
}
