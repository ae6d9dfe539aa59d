using MediatR;

namespace CleanApi.Application.Common.Requests;

/// <summary>A request that changes something: runs in a transaction, and is audited.</summary>
/// <typeparam name="TResponse">What it answers.</typeparam>
public interface ICommand<out TResponse> : IRequest<TResponse>;
