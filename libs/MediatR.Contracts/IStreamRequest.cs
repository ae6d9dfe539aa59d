namespace MediatR;

/// <summary>A request whose response is a stream of items.</summary>
/// <typeparam name="TResponse">One item of the stream.</typeparam>
public interface IStreamRequest<out TResponse>;
