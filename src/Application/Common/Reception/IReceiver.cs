namespace CleanApi.Application.Common.Reception;

/// <summary>Receives what a command takes as a stream. Scoped: one instance is one reception.</summary>
/// <typeparam name="TRequest">The command.</typeparam>
internal interface IReceiver<in TRequest>
{
    /// <summary>Receives it, and tells the request apart by it (<see cref="Idempotency.IdempotentRequest.Receive"/>).</summary>
    Task ReceiveAsync(TRequest request, CancellationToken cancellationToken);

    /// <summary>Removes what was received and not kept: the command was refused, or its answer is that of an earlier one.</summary>
    Task ReleaseAsync();
}
