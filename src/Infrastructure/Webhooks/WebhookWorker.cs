using CleanApi.Application.Common.Security;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// Sends what is due, at least once. An attempt that a crash has interrupted is made again when its lease has ended, under the same <c>webhook-id</c>.
/// </summary>
internal sealed class WebhookWorker(
    WebhookQueue queue, WebhookClient client, BusyDestinations busy, IServiceScopeFactory scopes, QueueMeter meter, ILogger<WebhookWorker> logger)
    : QueueWorker<WebhookItem>(queue, Retries, meter, logger)
{
    private const string Disabled = "The endpoint is disabled";

    // The pauses are the schedule's.
    private static readonly RetryPolicy Retries = new(WebhookSchedule.MaxAttempts, WebhookSchedule.LongestPause, WebhookSchedule.LongestPause);

    private static readonly TimeSpan Respite = TimeSpan.FromMinutes(1);

    // Each waits for somebody else's server most of the time.
    /// <inheritdoc />
    protected override int AtATime => 64;

    /// <inheritdoc />
    protected override async Task RunAsync(IReadOnlyList<WebhookItem> items, CancellationToken cancellationToken)
    {
        try
        {
            await base.RunAsync(items, cancellationToken);
        }
        finally
        {
            foreach (var item in items)
            {
                busy.Leave(item.OrganizationId, item.EndpointId);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task HandleAsync(WebhookItem item, CancellationToken cancellationToken)
    {
        if (!item.IsOpen)
        {
            throw new WebhookFailedException(Disabled, isFinal: true);
        }

        var outcome = await client.SendAsync(item, cancellationToken);
        // Sent is sent, also when the host stops now.
        await queue.RecordAsync(item, outcome, CancellationToken.None);
        if (outcome.IsSuccess)
        {
            return;
        }

        var pause = outcome.RetryAfter ?? (outcome.IsOverloaded ? Respite : null);
        if (outcome.IsGone || item.Attempts >= WebhookSchedule.MaxAttempts)
        {
            await DisableAsync(item, outcome.IsGone ? WebhookDisabledReason.Gone : WebhookDisabledReason.Failing, cancellationToken);
        }
        else if (pause is { } respite)
        {
            await queue.SlowDownAsync(item, respite, cancellationToken);
        }

        throw new WebhookFailedException(outcome.Error!, outcome.IsGone, pause);
    }

    // It was recorded, and stays in the log.
    /// <inheritdoc />
    protected override Task CompleteAsync(WebhookItem item) => Task.CompletedTask;

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => exception is WebhookFailedException { IsFinal: true } ? Verdict.Final : Verdict.Retry;

    /// <inheritdoc />
    protected override string Describe(Exception exception) => exception is WebhookFailedException ? exception.Message : "The attempt was interrupted";

    /// <inheritdoc />
    protected override string NameOf(WebhookItem item) => "Webhook";

    /// <inheritdoc />
    protected override TimeSpan Pause(WebhookItem item, Exception exception) => WebhookSchedule.Pause(item.Attempts, (exception as WebhookFailedException)?.RetryAfter);

    private async Task DisableAsync(WebhookItem item, WebhookDisabledReason reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var failing = scope.ServiceProvider.GetRequiredService<IFailingWebhooks>();
        await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(item.OrganizationId), () => failing.DisableAsync(item.EndpointId, reason, cancellationToken));
    }
}
