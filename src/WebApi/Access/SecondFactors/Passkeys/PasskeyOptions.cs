namespace CleanApi.WebApi.Access;

/// <summary>What a browser needs for a ceremony with an authenticator. Not a resource: it has no address, and is valid once.</summary>
/// <param name="Type">Always <c>passkeyOptions</c>.</param>
/// <param name="Attributes">The options.</param>
public sealed record PasskeyOptions(string Type, PasskeyOptionsAttributes Attributes)
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "passkeyOptions";
}
