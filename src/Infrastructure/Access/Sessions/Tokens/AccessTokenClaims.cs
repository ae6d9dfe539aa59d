namespace CleanApi.Infrastructure.Access;

/// <summary>Names and values of the claims of an access token (RFC 7519, section 4.1) and its media type.</summary>
internal static class AccessTokenClaims
{
    /// <summary>The header's media type (RFC 9068, section 2.1).</summary>
    public const string MediaType = "at+jwt";

    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string Access = "access";

    public const string Subject = "sub";
    public const string Email = "email";
    public const string Role = "role";
    public const string Type = "type";
    public const string Organization = "org";
    public const string Session = "sid";
    public const string Stamp = "stamp";
    public const string Id = "jti";

    /// <summary>True when the caller must still enrol the MFA that their organization requires; otherwise absent.</summary>
    public const string Restricted = "restricted";
}
