using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A line of the log.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="Level">The severity.</param>
/// <param name="Message">The text.</param>
/// <param name="Exception">The exception, if any.</param>
/// <param name="TraceId">The trace id (W3C Trace Context); null outside of a request.</param>
public sealed record LogLine(string Category, LogLevel Level, string Message, Exception? Exception, string? TraceId);
