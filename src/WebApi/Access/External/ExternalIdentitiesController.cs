using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>The caller's identities at other providers.</summary>
/// <param name="sender">Sends to the application.</param>
/// <param name="cookie">Ties what is begun to the browser.</param>
[Route("/api/v1/me/external-identities")]
[Tags("Me")]
public sealed class ExternalIdentitiesController(ISender sender, ExternalSignInCookie cookie)
    : ResourceController<ExternalIdentityResponse, ExternalIdentityResource>(sender)
{
    private readonly ISender sender = sender;

    /// <summary>Lists your identities at other providers</summary>
    /// <remarks>The providers that you can sign in with, besides a password or a passkey.</remarks>
    [HttpGet(Name = "listExternalIdentities")]
    [ProducesResponseType<PageDocument<ExternalIdentityResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListExternalIdentities query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Begins to link an identity</summary>
    /// <remarks>
    /// Returns where to send the browser, and sets a cookie: the same browser has to come back. The identity is linked when the provider has sent it back.
    /// </remarks>
    [HttpPost(Name = "linkExternalIdentity")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesError(ErrorCodes.Upstream, Message = "The sign-in provider cannot be reached")]
    [ProducesError(ErrorCodes.UpstreamTimeout, Message = "The sign-in provider did not answer in time")]
    [ProducesResponseType<Document<ExternalAuthorizationResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Link(LinkExternalIdentity command, CancellationToken cancellationToken) => Begun(
        await sender.Send(command with { BrowserSecret = ExternalSignInCookie.Read(HttpContext) }, cancellationToken));

    /// <summary>Unlinks an identity</summary>
    /// <remarks>Refused when it is the only way to sign in to your account.</remarks>
    [HttpDelete("{id}", Name = "unlinkExternalIdentity")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastSignInMethod)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Unlink(ExternalIdentityId id, CancellationToken cancellationToken) => NoContent(new UnlinkExternalIdentity(id), cancellationToken);

    private BodyResult<Document<ExternalAuthorizationResource>> Begun(ExternalAuthorization authorization)
    {
        cookie.Set(HttpContext, authorization);
        return new BodyResult<Document<ExternalAuthorizationResource>>(
            StatusCodes.Status200OK, new(ExternalAuthorizationResource.Of(authorization), new Meta(RequestContext.Of(HttpContext).Id)));
    }
}
