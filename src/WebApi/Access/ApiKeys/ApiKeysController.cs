using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Access;

/// <summary>Keys for programs, which act for the person who created them.</summary>
[Route(Path)]
[Tags("API keys")]
public sealed class ApiKeysController(ISender sender) : ResourceController<ApiKeyResponse, ApiKeyResource>(sender)
{
    private const string Path = "/api/v1/api-keys";

    /// <summary>Lists API keys</summary>
    /// <remarks>A page of your keys, newest first by default; administrators see those of the whole organization. Never the keys themselves.</remarks>
    [HttpGet(Name = "listApiKeys")]
    [ProducesResponseType<PageDocument<ApiKeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListApiKeys query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Creates an API key</summary>
    /// <remarks>
    /// Returns the key itself: store it, it is not shown again. It acts for you with the scopes that it is given, as long as you have these
    /// permissions yourself; without `scopes` it gets all that you have now. Test keys (`mode: test`) read and change nothing.
    /// You get a mail about it; 429, and no key, where you have had twelve mails within the hour.
    /// </remarks>
    [HttpPost(Name = "createApiKey")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.ExceedsOwnRights)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.KeyLimit)]
    [ProducesResponseType<Document<CreatedApiKeyResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreateApiKey command, CancellationToken cancellationToken) =>
        New(command, CreatedApiKeyResource.Of, Path, cancellationToken);

    /// <summary>Returns an API key</summary>
    /// <remarks>One of yours; administrators any of the organization. Never the key itself.</remarks>
    [HttpGet("{id}", Name = "getApiKey")]
    [ProducesResponseType<Document<ApiKeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(ApiKeyId id, CancellationToken cancellationToken) => One(new GetApiKey(id), cancellationToken);

    /// <summary>Renames an API key, or takes scopes from it</summary>
    /// <remarks>
    /// JSON Merge Patch (RFC 7396): absent fields stay. `scopes` names those that are left; a key never gets more. One of yours; administrators any of the
    /// organization. In force from the next request on.
    /// </remarks>
    [HttpPatch("{id}", Name = "updateApiKey")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.ExceedsOwnRights)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.KeyNotActive)]
    [ProducesResponseType<Document<ApiKeyResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(ApiKeyId id, UpdateApiKey command, CancellationToken cancellationToken) =>
        One(command with { Id = id }, cancellationToken);

    /// <summary>Revokes an API key</summary>
    /// <remarks>
    /// One of yours; administrators any of the organization. It is rejected from the next request on, and so are the keys that it has replaced, whatever is left of their
    /// grace period; a key that has replaced it stays. Revoking it again changes nothing.
    /// </remarks>
    [HttpDelete("{id}", Name = "revokeApiKey")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Revoke(ApiKeyId id, CancellationToken cancellationToken) =>
        NoContent(new RevokeApiKey(id), cancellationToken);

    /// <summary>Rotates an API key</summary>
    /// <remarks>
    /// Returns a new key with the same scopes, mode and limits. The current one stays valid for `gracePeriodSeconds`, one day by default, so that programs can
    /// change over without a gap. Its owner only, who gets a mail; 429 as for a new key.
    /// </remarks>
    [HttpPost("{id}/rotate", Name = "rotateApiKey")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.NotOwner)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.KeyRotated)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.KeyNotActive)]
    [ProducesResponseType<Document<CreatedApiKeyResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Rotate(
        ApiKeyId id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RotateApiKey? command, CancellationToken cancellationToken) =>
        New((command ?? new RotateApiKey()) with { Id = id }, CreatedApiKeyResource.Of, Path, cancellationToken);
}
