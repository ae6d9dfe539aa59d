using MediatR;

namespace CleanApi.Application.Common.Requests;

/// <summary>A request that only reads: no transaction, no tracking.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
public interface IQuery<out TResponse> : IRequest<TResponse>;
