using System.Diagnostics;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>A span around every request, named after it, and its duration.</summary>
internal sealed class TraceBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private const string UseCase = "cleanapi.use_case";
    private const string ErrorType = "error.type";

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        ApplicationTelemetry.Source.HasListeners() || ApplicationTelemetry.UseCaseDuration.Enabled ? Traced(next) : next();

    private static async Task<TResponse> Traced(RequestHandlerDelegate<TResponse> next)
    {
        using var activity = ApplicationTelemetry.Source.StartActivity(typeof(TRequest).Name);
        var tags = new TagList { { UseCase, typeof(TRequest).Name } };
        var begin = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        catch (Exception exception)
        {
            var error = (exception as AppException)?.Code ?? exception.GetType().FullName;
            activity?.SetStatus(ActivityStatusCode.Error);
            activity?.SetTag(ErrorType, error);
            tags.Add(ErrorType, error);
            throw;
        }
        finally
        {
            ApplicationTelemetry.UseCaseDuration.Record(Stopwatch.GetElapsedTime(begin).TotalSeconds, tags);
        }
    }
}
