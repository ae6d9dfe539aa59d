using CleanApi.Domain.Users;
using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>
/// A first external sign-in whose person has yet to choose between an invitation and an organization of their own, stored encrypted: what the provider has
/// proved.
/// </summary>
/// <param name="Provider">The provider.</param>
/// <param name="Issuer">Its issuer identifier.</param>
/// <param name="Subject">The person's identifier at the issuer.</param>
/// <param name="Email">The verified address.</param>
/// <param name="Name">The display name; null when the provider returns none.</param>
internal sealed record ExternalRegistration(string Provider, string Issuer, string Subject, string Email, string? Name)
{
    /// <summary>The registration of a person whose address the provider has verified.</summary>
    public static ExternalRegistration Of(ExternalProvider provider, ExternalUserInfo userInfo, EmailAddress email) =>
        new(provider.Name, userInfo.Issuer, userInfo.Subject, email.Value, userInfo.Name);

    /// <summary>The claims of the provider.</summary>
    public ExternalUserInfo ToUserInfo() => new(Issuer, Subject, EmailAddress.FromStored(Email), Name);

    /// <summary>Serializes to the payload of a token.</summary>
    public string Serialize() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token; null without one.</summary>
    public static ExternalRegistration? Deserialize(string? payload) => payload is null ? null : JsonSerializer.Deserialize<ExternalRegistration>(payload);

    /// <summary>Without the person.</summary>
    public override string ToString() => nameof(ExternalRegistration);
}
