using MediatR;

namespace CleanApi.Application.Common.Requests;

/// <summary>A request that changes state: runs in a transaction and is audited.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
public interface ICommand<out TResponse> : IRequest<TResponse>;
