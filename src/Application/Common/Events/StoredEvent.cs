namespace CleanApi.Application.Common.Events;

/// <summary>An event as it is stored.</summary>
/// <param name="Context">What is known of it.</param>
/// <param name="Payload">Its values as JSON: an object.</param>
public sealed record StoredEvent(EventContext Context, string Payload);
