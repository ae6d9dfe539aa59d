namespace CleanApi.Domain.Webhooks;

/// <summary>How far a delivery is.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Pending,

    /// <summary>The endpoint has answered 2xx.</summary>
    Delivered,

    /// <summary>It is not tried again, unless somebody asks for it.</summary>
    Failed,
}
