namespace CleanApi.Domain.Webhooks;

/// <summary>What the owner of an endpoint decides.</summary>
/// <param name="Url">Where events are sent; checked by whoever connects.</param>
/// <param name="EventTypes">The filters.</param>
/// <param name="Description">At most 200 characters; null when not given.</param>
public sealed record WebhookTerms(string Url, IReadOnlyList<string> EventTypes, string? Description);
