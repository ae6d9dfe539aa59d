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

    /// <summary>Requests that wait for their turn.</summary>
    public const string RequestsWaiting = "cleanapi.requests.waiting";

    /// <summary>Requests that were refused with 503, because too many wait.</summary>
    public const string RequestsShed = "cleanapi.requests.shed";

    /// <summary>Mails that are to be sent, over all instances.</summary>
    public const string MailsQueued = "cleanapi.mail.queued";

    /// <summary>The age of the oldest mail that is to be sent, in seconds; 0 without one.</summary>
    public const string OldestMail = "cleanapi.mail.oldest";

    /// <summary>Mails beyond the limit of their recipient.</summary>
    public const string MailsDropped = "cleanapi.mail.dropped";

    /// <summary>How a health check is: 0 unhealthy, 1 degraded, 2 healthy.</summary>
    public const string Health = "cleanapi.health";
}
