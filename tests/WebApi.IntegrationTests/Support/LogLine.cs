using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A line of the log.</summary>
public sealed record LogLine(string Category, LogLevel Level, string Message, Exception? Exception);
