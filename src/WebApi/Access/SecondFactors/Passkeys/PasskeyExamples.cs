using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Access;

/// <summary>What passkeys look like.</summary>
internal sealed class PasskeyExamples : IExamples
{
    private const string Path = "/api/v1/me/passkeys";
    private const string Token = "tok_mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k";
    private const string Name = "Work laptop";
    private const string Password = "Passw0rd!demo";

    private const string Options =
        """
        {"challenge":"3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs","timeout":300000,"rpId":"app.acme.test","allowCredentials":[],"userVerification":"required"}
        """;

    private const string Registration =
        """
        {"id":"Zm9vYmFy","rawId":"Zm9vYmFy","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
        "response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0","attestationObject":"o2NmbXRkbm9uZQ","transports":["internal"]}}
        """;

    private const string Assertion =
        """
        {"id":"Zm9vYmFy","rawId":"Zm9vYmFy","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
        "response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0","authenticatorData":"SZYN5YgOjGh0NBcP","signature":"MEUCIQ","userHandle":"YWNjXzAx"}}
        """;

    private static readonly PasskeyResource Passkey = new(
        TypeIdSchema.Example<PasskeyId>(), PasskeyResource.TypeName,
        new PasskeyAttributes(Name, true, Examples.Time, null, Examples.Time.AddDays(-30), Examples.Time.AddDays(-30)));

    public IEnumerable<object> Values =>
    [
        new BeginPasskeyRegistration(Password, null),
        new CreatePasskey(Token, Json(Registration), Name),
        new DeletePasskey(Password, null),
        new BeginPasskeySignIn(),
        new SignInWithPasskey(Token, Json(Assertion)),
        PasskeyOptionsDocument.Of(new PasskeyChallenge(Token, 300, Options), Examples.Meta),
        Examples.Document(Passkey),
        Examples.CursorPage(Path, Passkey),
        Examples.NumberedPage(Path, Passkey),
    ];

    public IEnumerable<(Type Type, JsonObject Json)> Patches => [(typeof(UpdatePasskey), new JsonObject { ["name"] = Name })];

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
