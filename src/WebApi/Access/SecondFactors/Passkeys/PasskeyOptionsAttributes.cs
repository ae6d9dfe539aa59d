using System.Text.Json;

namespace CleanApi.WebApi.Access;

/// <summary>The options of a ceremony.</summary>
/// <param name="Token">Goes with the credential; good for one use.</param>
/// <param name="ExpiresIn">Seconds in which it has to come.</param>
/// <param name="Options">
/// For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`, then `navigator.credentials.create` or `get` as its `publicKey`.
/// </param>
public sealed record PasskeyOptionsAttributes(string Token, int ExpiresIn, JsonElement Options)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(PasskeyOptionsAttributes);
}
