using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// What browsers and authenticators say to each other (WebAuthn Level 3, section 5.1): objects that go on growing, of which only the main members are named.
/// </summary>
internal static class WebAuthnSchemas
{
    /// <summary>The data type of a credential.</summary>
    public const string CredentialType = "PublicKeyCredential";

    private static readonly string[] Required = ["id", "rawId", "response", "type"];

    /// <summary>The credential that a browser brings.</summary>
    public static void DescribeCredential(OpenApiSchema schema)
    {
        schema.Description = "`credential.toJSON()`: RegistrationResponseJSON or AuthenticationResponseJSON (WebAuthn Level 3, section 5.1).";
        schema.Required = Required.ToHashSet(StringComparer.Ordinal);
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = Base64Url("The credential's id."),
            ["rawId"] = Base64Url("The same."),
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = "public-key" },
            ["authenticatorAttachment"] = Nullable("`platform` or `cross-platform`."),
            ["clientExtensionResults"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Not looked at." },
            ["response"] = Response(),
        };
    }

    private static OpenApiSchema Response() => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = true,
        Required = new HashSet<string>(StringComparer.Ordinal) { "clientDataJSON" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["clientDataJSON"] = Base64Url("What the browser knows of the ceremony: type, challenge, origin."),
            ["attestationObject"] = Base64Url("Of a new passkey: the authenticator's data with the public key."),
            ["transports"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "Of a new passkey: how the authenticator is reached.",
            },
            ["authenticatorData"] = Base64Url("Of a sign-in: the authenticator's data."),
            ["signature"] = Base64Url("Of a sign-in: over the authenticator's data and the hash of clientDataJSON."),
            ["userHandle"] = Nullable("Of a sign-in: whose passkey it is. In base64url."),
        },
    };

    private static OpenApiSchema Nullable(string description) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    private static OpenApiSchema Base64Url(string description) => new() { Type = JsonSchemaType.String, Description = $"{description} In base64url." };
}
