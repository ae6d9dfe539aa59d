namespace CleanApi.Application.Activities;

/// <summary>How much went on within a day, a week or a month.</summary>
/// <param name="Date">Its first day, in the time zone that was asked for.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When the next one does, UTC.</param>
/// <param name="Figures">What was counted.</param>
public sealed record ActivityBucket(DateOnly Date, DateTimeOffset Start, DateTimeOffset End, ActivityFigures Figures);
