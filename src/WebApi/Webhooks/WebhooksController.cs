using CleanApi.Application.Webhooks;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Webhooks;

/// <summary>Addresses of your own to which the events of your organization are sent, signed after Standard Webhooks 1.0.</summary>
[Route(Path)]
[Tags("Webhooks")]
public sealed class WebhooksController(ISender sender) : ResourceController<WebhookEndpointResponse, WebhookEndpointResource>(sender)
{
    private const string Path = "/api/v1/webhooks";

    /// <summary>Lists webhook endpoints</summary>
    /// <remarks>A page of the webhook endpoints of your organization, newest first by default. Never a secret. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listWebhooks")]
    [ProducesResponseType<PageDocument<WebhookEndpointResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListWebhooks query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Creates a webhook endpoint</summary>
    /// <remarks>
    /// Returns the secret that signs: store it, it is not shown again. `url` is a public https address at port 443 or 8443, without credentials; a name that resolves to
    /// an address of a private network is refused, now and at each attempt. An organization has 20 endpoints at most.
    /// </remarks>
    [HttpPost(Name = "createWebhook")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.WebhookLimit)]
    [ProducesResponseType<Document<WebhookWithSecretResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreateWebhook command, CancellationToken cancellationToken) =>
        New(command, WebhookWithSecretResource.Of, Path, cancellationToken);

    /// <summary>Returns a webhook endpoint</summary>
    /// <remarks>Never its secret.</remarks>
    [HttpGet("{id}", Name = "getWebhook")]
    [ProducesResponseType<Document<WebhookEndpointResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(WebhookEndpointId id, CancellationToken cancellationToken) => One(new GetWebhook(id), cancellationToken);

    /// <summary>Updates a webhook endpoint</summary>
    /// <remarks>
    /// JSON Merge Patch (RFC 7396): absent fields stay, null removes. `status` DISABLED stops what is sent and is to be sent; ENABLED begins again with what happens from
    /// then on, and goes on with what waits.
    /// </remarks>
    [HttpPatch("{id}", Name = "updateWebhook")]
    [ProducesResponseType<Document<WebhookEndpointResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(WebhookEndpointId id, UpdateWebhook command, CancellationToken cancellationToken) =>
        One(command with { Id = id }, cancellationToken);

    /// <summary>Deletes a webhook endpoint</summary>
    /// <remarks>Its secrets are deleted at once, and what was not sent yet is not sent any more.</remarks>
    [HttpDelete("{id}", Name = "deleteWebhook")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(WebhookEndpointId id, CancellationToken cancellationToken) => NoContent(new DeleteWebhook(id), cancellationToken);

    /// <summary>Rotates the secret of a webhook endpoint</summary>
    /// <remarks>
    /// Returns another secret. For 24 hours both sign: `webhook-signature` has two signatures, and a receiver takes either. Rotating again within that time ends the
    /// older of the three.
    /// </remarks>
    [HttpPost("{id}/rotate-secret", Name = "rotateWebhookSecret")]
    [ProducesResponseType<Document<WebhookWithSecretResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> RotateSecret(WebhookEndpointId id, CancellationToken cancellationToken) =>
        One<WebhookEndpointResponse, WebhookWithSecretResource>(new RotateWebhookSecret(id), cancellationToken);
}
