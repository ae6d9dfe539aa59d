namespace CleanApi.Domain.Webhooks;

/// <summary>Why events are not sent to an endpoint.</summary>
public enum WebhookDisabledReason
{
    /// <summary>Somebody wanted it.</summary>
    Requested,

    /// <summary>It has answered 410.</summary>
    Gone,

    /// <summary>An event was tried to the end of its schedule.</summary>
    Failing,
}
