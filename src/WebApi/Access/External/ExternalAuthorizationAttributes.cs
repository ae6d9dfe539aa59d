namespace CleanApi.WebApi.Access;

/// <summary>How the browser goes on.</summary>
/// <param name="AuthorizationUrl">Where to send it.</param>
/// <param name="ExpiresIn">Seconds that there are to come back.</param>
public sealed record ExternalAuthorizationAttributes(string AuthorizationUrl, int ExpiresIn);
