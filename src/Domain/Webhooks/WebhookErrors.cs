using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Webhooks;

/// <summary>The errors of webhooks, apart from validation.</summary>
public static class WebhookErrors
{
    /// <summary>The organization has <see cref="WebhookEndpoint.MaxPerOrganization"/> endpoints.</summary>
    public static ConflictError LimitReached() => new(
        ReasonCodes.WebhookLimit, $"An organization can have {WebhookEndpoint.MaxPerOrganization} webhook endpoints: delete one that is not used any more");

    /// <summary>Nothing is sent to a disabled endpoint.</summary>
    public static ConflictError Disabled() => new(ReasonCodes.WebhookDisabled, "The webhook endpoint is disabled: enable it first");

    /// <summary>The address is none that this service connects to; what it resolves to is not told.</summary>
    public static ValidationError UnsafeUrl(string reason) => ValidationError.Of("url", FieldCodes.InvalidFormat, reason);
}
