using CleanApi.Application.Common.Reception;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Receives what a command takes as a stream, once it is known that its sender may send it: what tells it from another one under the same Idempotency-Key is
/// known only then.
/// </summary>
internal sealed class ReceptionBehaviour<TRequest, TResponse>(IEnumerable<IReceiver<TRequest>> receivers) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        receivers.SingleOrDefault() is { } receiver ? RunAsync(receiver, request, next, cancellationToken) : next();

    private static async Task<TResponse> RunAsync(IReceiver<TRequest> receiver, TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        await receiver.ReceiveAsync(request, cancellationToken);
        try
        {
            return await next();
        }
        finally
        {
            await receiver.ReleaseAsync();
        }
    }
}
