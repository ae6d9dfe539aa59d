using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>The options of a ceremony.</summary>
/// <param name="Data">The options.</param>
/// <param name="Meta">About this answer.</param>
public sealed record PasskeyOptionsDocument(PasskeyOptions Data, Meta Meta)
{
    /// <summary>The document of a challenge.</summary>
    public static PasskeyOptionsDocument Of(PasskeyChallenge challenge, Meta meta)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        var options = JsonSerializer.Deserialize<JsonElement>(challenge.Options);
        return new(new PasskeyOptions(PasskeyOptions.TypeName, new PasskeyOptionsAttributes(challenge.Token, challenge.ExpiresIn, options)), meta);
    }
}
