using System.Diagnostics.CodeAnalysis;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Logging;

/// <summary>
/// Stands in front of every log provider and every category, the framework's and packages' included: no entry leaves it with a secret, a line break or without
/// an end. Who logs does not have to think of it.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "The container creates it.")]
internal sealed class SafeLoggerFactory(LoggerFactory inner, TimeProvider clock) : ILoggerFactory
{
    private readonly RepeatedRefusals repeated = new(clock);

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName)
    {
        var safe = new SafeLogger(inner.CreateLogger(categoryName));
        return categoryName.StartsWith(HubLogger.Categories, StringComparison.Ordinal) ? new HubLogger(safe, categoryName, repeated) : safe;
    }

    /// <inheritdoc />
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <summary>The container disposes the factory inside.</summary>
    public void Dispose()
    {
        // Nothing of its own.
    }
}
