using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A line of the log.</summary>
/// <param name="Category">Who wrote it.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">The text.</param>
/// <param name="Exception">What was thrown.</param>
/// <param name="TraceId">The trace that it is part of (W3C Trace Context); null outside of any request.</param>
public sealed record LogLine(string Category, LogLevel Level, string Message, Exception? Exception, string? TraceId);
