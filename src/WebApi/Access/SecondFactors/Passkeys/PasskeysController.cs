using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Your passkeys.</summary>
/// <param name="sender">Sends to the application.</param>
[Route(Path)]
[Tags("Passkeys")]
public sealed class PasskeysController(ISender sender) : ResourceController<PasskeyResponse, PasskeyResource>(sender)
{
    private const string Path = "/api/v1/me/passkeys";

    /// <summary>Lists your passkeys</summary>
    /// <remarks>A page of them, newest first by default. An account has at most 20.</remarks>
    [HttpGet(Name = "listPasskeys")]
    [ProducesResponseType<PageDocument<PasskeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListPasskeys query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Begins to add a passkey</summary>
    /// <remarks>
    /// Returns the options for `navigator.credentials.create` and a token, both valid for five minutes and one use. Authenticators that hold one of your passkeys
    /// already are left out. With the `name` that it will have, that is checked before the authenticator stores anything.
    /// </remarks>
    [HttpPost("options", Name = "beginPasskeyRegistration")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.PersonRequired)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PasskeysUnavailable)]
    [ProducesResponseType<PasskeyOptionsDocument>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Begin(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] BeginPasskeyRegistration? command, CancellationToken cancellationToken) =>
        PasskeyChallengeResult.Of(HttpContext, await Sender.Send(command ?? new BeginPasskeyRegistration(), cancellationToken));

    /// <summary>Adds a passkey</summary>
    /// <remarks>
    /// Takes the result of `navigator.credentials.create`, as JSON. You get a mail about it. Where it is your first second factor, your password alone signs in
    /// no more, all of your other sessions end, and the answer has ten recovery codes, once: each replaces the passkey for one sign-in. Where your organization requires a second factor and this
    /// is your first, your access token is invalid afterwards: refresh it.
    /// </remarks>
    [HttpPost(Name = "createPasskey")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.BadRequest, Reason = ReasonCodes.PasskeyNotAccepted)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.PersonRequired)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PasskeyLimit)]
    [ProducesResponseType<Document<CreatedPasskeyResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreatePasskey command, CancellationToken cancellationToken) =>
        New(command, CreatedPasskeyResource.Of, Path, cancellationToken);

    /// <summary>Returns one of your passkeys</summary>
    [HttpGet("{id}", Name = "getPasskey")]
    [ProducesResponseType<Document<PasskeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(PasskeyId id, CancellationToken cancellationToken) => One(new GetPasskey(id), cancellationToken);

    /// <summary>Renames one of your passkeys</summary>
    /// <remarks>JSON Merge Patch (RFC 7396): absent fields stay.</remarks>
    [HttpPatch("{id}", Name = "updatePasskey")]
    [ProducesResponseType<Document<PasskeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(
        PasskeyId id, UpdatePasskey command, CancellationToken cancellationToken) =>
        One(command with { Id = id }, cancellationToken);

    /// <summary>Removes one of your passkeys</summary>
    /// <remarks>
    /// It signs in nobody any more; sessions that it has created stay valid. You get a mail about it. Refused where your organization requires a second factor and
    /// you have no other.
    /// </remarks>
    [HttpDelete("{id}", Name = "deletePasskey")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastSecondFactor)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(PasskeyId id, CancellationToken cancellationToken) => NoContent(new DeletePasskey(id), cancellationToken);
}
