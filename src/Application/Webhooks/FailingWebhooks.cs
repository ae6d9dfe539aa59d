using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <inheritdoc cref="IFailingWebhooks" />
[Service]
internal sealed class FailingWebhooks(
    IRepository<WebhookEndpoint> endpoints, IUserDirectory users, IMailOutbox mails, IUnitOfWork unitOfWork, IAuditTrail audit, TimeProvider clock) : IFailingWebhooks
{
    private const string Action = "webhook_endpoint.disabled";

    /// <inheritdoc />
    public Task<bool> DisableAsync(WebhookEndpointId id, WebhookDisabledReason reason, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await endpoints.SingleOrDefaultAsync(new ByIdSpec<WebhookEndpoint, WebhookEndpointId>(id), token) is not { } endpoint || !endpoint.GiveUp(reason, now))
            {
                return false;
            }

            audit.Record(Action, endpoint);
            foreach (var address in await users.ListAdministratorsAsync(token))
            {
                // The host alone: a path may hold a token.
                mails.Add(new WebhookDisabledMail(address, new Uri(endpoint.Url).IdnHost, Words(reason), now));
            }

            return true;
        },
        cancellationToken);

    private static string Words(WebhookDisabledReason reason) => reason == WebhookDisabledReason.Gone
        ? "It has answered that it is gone for good (410)."
        : "An event has failed ten times within about 76 hours.";
}
