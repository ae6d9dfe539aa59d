using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>How the browser goes on.</summary>
/// <param name="AuthorizationUrl">Where to send it.</param>
/// <param name="ExpiresIn">Seconds that there are to come back.</param>
public sealed record ExternalAuthorizationAttributes(
    [property: Example("https://accounts.google.com/o/oauth2/v2/auth?response_type=code")] string AuthorizationUrl,
    [property: AtLeast(1), Example(600)] int ExpiresIn);
