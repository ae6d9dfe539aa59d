namespace CleanApi.WebApi.Events;

/// <summary>An event that a connection follows.</summary>
/// <param name="Cursor">Where to go on from: <c>after</c> of the next call.</param>
/// <param name="Event">The event; null where the message only tells how far the log is, as the first one does.</param>
internal sealed record EventMessage(string Cursor, EventResource? Event);
