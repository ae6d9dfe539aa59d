using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Polly.CircuitBreaker;

namespace CleanApi.Infrastructure.Events;

/// <summary>What a failure to handle an event means.</summary>
internal static class DeliveryFailure
{
    private const int MaxLength = 500;

    /// <summary>An event that cannot be read, or that its handler does not know, will not be better later.</summary>
    public static Verdict Judge(Exception exception) => exception switch
    {
        JsonException or UnknownDeliveryException => Verdict.Final,
        BrokenCircuitException => Verdict.NotTried,
        _ when DatabaseOutage.Is(exception) => Verdict.NotTried,
        _ => Verdict.Retry,
    };

    /// <summary>For the log and the row: kinds, and our own words; messages of others repeat what is in an event.</summary>
    public static string Describe(Exception exception)
    {
        var own = exception is AppException or UnknownDeliveryException or InvalidOperationException ? $"{exception.GetType().Name}: {exception.Message}" : exception.GetType().Name;
        var whole = exception.InnerException is { } inner ? $"{own} ← {inner.GetType().Name}" : own;
        return whole.Length <= MaxLength ? whole : whole[..MaxLength];
    }
}
