using MediatR;

namespace CleanApi.Application.Common.Requests;

/// <summary>A request that only reads: no transaction, no tracking.</summary>
/// <typeparam name="TResponse">What it answers.</typeparam>
public interface IQuery<out TResponse> : IRequest<TResponse>;
