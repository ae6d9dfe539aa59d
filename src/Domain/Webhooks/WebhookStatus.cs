namespace CleanApi.Domain.Webhooks;

/// <summary>Whether events are sent to an endpoint.</summary>
public enum WebhookStatus
{
    /// <summary>They are.</summary>
    Enabled,

    /// <summary>They are not, until somebody enables it again.</summary>
    Disabled,
}
