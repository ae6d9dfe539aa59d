using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>The options of a ceremony.</summary>
/// <param name="Token">Goes with the credential; valid once.</param>
/// <param name="ExpiresIn">Seconds in which it has to come.</param>
/// <param name="Options">
/// PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3, section 5.1): for `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.
/// </param>
public sealed record PasskeyOptionsAttributes(
    [property: MinLength(1), Example("tok_mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k")] string Token,
    [property: AtLeast(1), Example(300)] int ExpiresIn,
    [property: Example(PasskeyOptionsAttributes.ExampleOptions)] JsonElement Options)
{
    private const string ExampleOptions =
        """
        {"challenge":"3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs","timeout":300000,"rpId":"app.acme.test","allowCredentials":[],"userVerification":"required"}
        """;

    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(PasskeyOptionsAttributes);
}
