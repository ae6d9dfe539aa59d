namespace CleanApi.Application.Common.Telemetry;

/// <summary>The names of our own metrics; docs/guides/observe.md says what each of them tells.</summary>
public static class MetricNames
{
    /// <summary>The meter of all of them.</summary>
    public const string Meter = "CleanApi";

    /// <summary>How long a use case takes, in seconds, by <c>cleanapi.use_case</c> and, where it failed, <c>error.type</c>: the error's code.</summary>
    public const string UseCaseDuration = "cleanapi.use_case.duration";

    /// <summary>How long the hash of one password takes, in seconds, without waiting for its turn.</summary>
    public const string PasswordHashDuration = "cleanapi.password_hash.duration";

    /// <summary>Hashes that wait for their turn.</summary>
    public const string PasswordHashesWaiting = "cleanapi.password_hash.waiting";

    /// <summary>Hashes that are being computed.</summary>
    public const string PasswordHashesRunning = "cleanapi.password_hash.running";

    /// <summary>Hashes that were refused with 503, because too many wait.</summary>
    public const string PasswordHashesRefused = "cleanapi.password_hash.refused";

    /// <summary>Requests that wait for their turn.</summary>
    public const string RequestsWaiting = "cleanapi.requests.waiting";

    /// <summary>Requests that were refused with 503, because too many wait.</summary>
    public const string RequestsShed = "cleanapi.requests.shed";

    /// <summary>Decisions of rate limits by <c>policy</c> and <c>outcome</c>: <c>admitted</c> or <c>refused</c>.</summary>
    public const string RateLimitDecisions = "cleanapi.rate_limit.decisions";

    /// <summary>Requests that the store of rate limits did not count, by <c>outcome</c>: <c>counted_locally</c> or <c>refused</c>.</summary>
    public const string RateLimitStoreFailures = "cleanapi.rate_limit.store_failures";

    /// <summary>Commands with an idempotency key by <c>outcome</c>: <c>first</c>, <c>replayed</c> or <c>conflict</c>.</summary>
    public const string IdempotentCommands = "cleanapi.idempotency.commands";

    /// <summary>Look-ups of credentials that were verified before by <c>cache</c>, <c>access_tokens</c> or <c>api_keys</c>, and <c>outcome</c>: <c>hit</c> or <c>miss</c>.</summary>
    public const string CacheLookups = "cleanapi.cache.lookups";

    /// <summary>Items that are to be worked on, over all instances, by <c>queue</c>.</summary>
    public const string QueueDepth = "cleanapi.queue.depth";

    /// <summary>The age of the oldest item that is to be worked on, in seconds, by <c>queue</c>; 0 without one.</summary>
    public const string QueueOldest = "cleanapi.queue.oldest";

    /// <summary>For how long the item is due that is due for the longest, in seconds, by <c>queue</c>; 0 where none is.</summary>
    public const string QueueOverdue = "cleanapi.queue.overdue";

    /// <summary>Items that were given up, over all instances, by <c>queue</c>.</summary>
    public const string QueueDead = "cleanapi.queue.dead";

    /// <summary>Attempts, by <c>queue</c> and <c>outcome</c>: completed, postponed, not_tried or given_up.</summary>
    public const string QueueAttempts = "cleanapi.queue.attempts";

    /// <summary>Deliveries of events that wait for a handler that this version does not have.</summary>
    public const string EventsOrphaned = "cleanapi.events.orphaned";

    /// <summary>The age of the oldest entry of the audit log that is to be sealed, in seconds; 0 without one.</summary>
    public const string AuditUnsealed = "cleanapi.audit.unsealed";

    /// <summary>Mails beyond the limit of their recipient.</summary>
    public const string MailsDropped = "cleanapi.mail.dropped";

    /// <summary>Streams and hub connections that are open.</summary>
    public const string StreamConnections = "cleanapi.streams.connections";

    /// <summary>Streams and hub connections that were refused because all places are taken, by <c>reason</c>: <c>organization</c>, <c>person</c> or <c>instance</c>.</summary>
    public const string StreamsRefused = "cleanapi.streams.refused";

    /// <summary>Organizations with webhooks in the last hour by <c>outcome</c>, over all instances: <c>working</c>, or <c>failing</c> where nothing has arrived.</summary>
    public const string WebhookOrganizations = "cleanapi.webhooks.organizations";

    /// <summary>How a health check is: 0 unhealthy, 1 degraded, 2 healthy.</summary>
    public const string Health = "cleanapi.health";
}
