namespace MediatR;

/// <summary>A request without a response; one handler handles it.</summary>
public interface IRequest : IBaseRequest;

/// <summary>A request with a response; one handler handles it.</summary>
/// <typeparam name="TResponse">What the handler returns.</typeparam>
public interface IRequest<out TResponse> : IBaseRequest;
