namespace CleanApi.WebApi.Events;

/// <summary>The last block of a stream.</summary>
/// <param name="Reason">Why it ends, for programs: <c>TOKEN_EXPIRED</c>, <c>ACCESS_ENDED</c>, <c>TOO_SLOW</c> or <c>RESTARTING</c>.</param>
/// <param name="Message">The same for people, and what to do.</param>
internal sealed record StreamEnding(string Reason, string Message);
