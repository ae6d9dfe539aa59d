using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Adds a passkey to the caller's account.</summary>
/// <param name="Token">From the beginning of the registration; valid once, and for the account that began it.</param>
/// <param name="Credential">The browser's PublicKeyCredential as JSON (WebAuthn Level 3, section 5.1: RegistrationResponseJSON).</param>
/// <param name="Name">1 to 100 characters.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[Audited("passkey.added")]
[RequiresRecentAuthentication]
public sealed record CreatePasskey(
    string? Token,
    [property: DataType("PublicKeyCredential"), Example(CreatePasskey.ExampleCredential)] JsonElement Credential,
    [property: Example("Work laptop")] string? Name) : ICommand<PasskeyResponse>
{
    private const string ExampleCredential =
        """
        {"id":"Zm9vYmFy","rawId":"Zm9vYmFy","type":"public-key","clientExtensionResults":{},
        "response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0","attestationObject":"o2NmbXRkbm9uZQ"}}
        """;

    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(CreatePasskey);
}
