using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>The public keys that verify access tokens.</summary>
/// <param name="sender">Sends to the application.</param>
[ApiController]
[Route("/.well-known/openid-configuration/jwks")]
[Tags("Authentication")]
public sealed class JsonWebKeySetController(ISender sender) : ControllerBase
{
    // Short: a new key signs as soon as it is made, and who meets an unknown name asks again anyway.
    private const string FiveMinutes = "public, max-age=300";

    /// <summary>Returns the public keys</summary>
    /// <remarks>A JWK Set (RFC 7517), without the envelope of other responses.</remarks>
    [HttpGet(Name = "getJsonWebKeySet")]
    [AllowAnonymous]
    [ProducesResponseType<JsonWebKeySetResponse>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(CancellationToken cancellationToken) => Answer(await sender.Send(new GetJsonWebKeySet(), cancellationToken));

    private BodyResult<JsonWebKeySetResponse> Answer(JsonWebKeySetResponse keys)
    {
        Response.Headers[HeaderNames.CacheControl] = FiveMinutes;
        return new BodyResult<JsonWebKeySetResponse>(StatusCodes.Status200OK, keys);
    }
}
