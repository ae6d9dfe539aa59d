using CleanApi.Application.Common.Security;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// Sends what is due, at least once. An attempt that a crash has interrupted is made again when its lease has ended, under the same <c>webhook-id</c>.
/// </summary>
internal sealed partial class WebhookWorker(
    WebhookQueue queue, WebhookClient client, BusyDestinations busy, WebhookSettings settings, TimeProvider clock, IServiceScopeFactory scopes, QueueMeter meter, ILogger<WebhookWorker> logger)
    : QueueWorker<WebhookItem>(queue, Retries, meter, logger)
{
    private const string Disabled = "The endpoint is disabled: what waits is sent when it is enabled again";
    private const string DisabledForTooLong = "The endpoint was disabled for too long";
    private const string Deleted = "The endpoint was deleted";

    // The pauses are the schedule's.
    private static readonly RetryPolicy Retries = new(WebhookSchedule.MaxAttempts, WebhookSchedule.LongestPause, WebhookSchedule.LongestPause);

    private static readonly TimeSpan Respite = TimeSpan.FromMinutes(1);

    // Each waits for somebody else's server most of the time.
    /// <inheritdoc />
    protected override int AtATime => BusyDestinations.AtATime;

    /// <inheritdoc />
    protected override async Task RunAsync(IReadOnlyList<WebhookItem> items, CancellationToken cancellationToken)
    {
        var begin = clock.GetTimestamp();
        try
        {
            await base.RunAsync(items, cancellationToken);
        }
        finally
        {
            foreach (var item in items)
            {
                busy.Leave(item, clock.GetElapsedTime(begin));
            }
        }
    }

    /// <inheritdoc />
    protected override async Task HandleAsync(WebhookItem item, CancellationToken cancellationToken)
    {
        if (item.IsDeleted)
        {
            throw new WebhookFailedException(Deleted, Verdict.Final);
        }

        if (!item.IsEnabled)
        {
            throw clock.GetUtcNow() - item.CreatedAt < settings.Keep
                ? new WebhookFailedException(Disabled, Verdict.NotTried, WebhookSchedule.LongestPause)
                : new WebhookFailedException(DisabledForTooLong, Verdict.Final);
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
            await TryDisableAsync(item, outcome, cancellationToken);
        }
        else if (pause is { } respite)
        {
            await queue.SlowDownAsync(item, respite, cancellationToken);
        }

        throw new WebhookFailedException(outcome.Error!, outcome.IsGone ? Verdict.Final : Verdict.Retry, pause);
    }

    // It was recorded, and stays in the log.
    /// <inheritdoc />
    protected override Task CompleteAsync(WebhookItem item) => Task.CompletedTask;

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => exception switch
    {
        WebhookFailedException failed => failed.Verdict,
        _ when DatabaseOutage.Is(exception) => Verdict.NotTried,
        _ => Verdict.Retry,
    };

    /// <inheritdoc />
    protected override string Describe(Exception exception) => exception is WebhookFailedException ? exception.Message : "The attempt was interrupted";

    /// <inheritdoc />
    protected override string NameOf(WebhookItem item) => "Webhook";

    /// <inheritdoc />
    protected override string IdOf(WebhookItem item) => item.MessageId;

    /// <inheritdoc />
    protected override TimeSpan Pause(WebhookItem item, Exception exception) =>
        (Judge(exception), (exception as WebhookFailedException)?.RetryAfter) switch
        {
            (Verdict.NotTried, var pause) => pause ?? Respite,
            (_, var pause) => WebhookSchedule.Pause(item.Attempts, pause),
        };

    // What cannot be disabled now would stay enabled for ever if this was its last attempt.
    private async Task TryDisableAsync(WebhookItem item, WebhookOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            // One that takes others works: it is this event that it does not take.
            if (outcome.IsGone || !await queue.HasDeliveredSinceAsync(item, cancellationToken))
            {
                await DisableAsync(item, outcome.IsGone ? WebhookDisabledReason.Gone : WebhookDisabledReason.Failing, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotDisabled(exception, IdOf(item));
            throw new WebhookFailedException(outcome.Error!, Verdict.NotTried);
        }
    }

    private async Task DisableAsync(WebhookItem item, WebhookDisabledReason reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var failing = scope.ServiceProvider.GetRequiredService<IFailingWebhooks>();
        await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(item.OrganizationId), () => failing.DisableAsync(item.EndpointId, reason, cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The endpoint of the delivery {Id} could not be disabled; the delivery is tried again for it")]
    private partial void LogNotDisabled(Exception exception, string id);
}
