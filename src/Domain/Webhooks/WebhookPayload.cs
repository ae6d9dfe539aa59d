namespace CleanApi.Domain.Webhooks;

/// <summary>What an endpoint is sent.</summary>
/// <param name="Type">The event's name.</param>
/// <param name="Json">The body: <c>{"type":…,"timestamp":…,"data":…}</c>.</param>
public sealed record WebhookPayload(string Type, string Json);
