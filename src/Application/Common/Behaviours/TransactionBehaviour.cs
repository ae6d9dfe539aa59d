using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Runs a command in one transaction, with its audit entry and its events. A command with
/// <see cref="ManagesTransactionAttribute"/> opens its units of work itself.
/// </summary>
internal sealed class TransactionBehaviour<TRequest, TResponse>(IUnitOfWork unitOfWork) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    private static readonly bool InsertsOnly = typeof(TRequest).IsDefined(typeof(InsertsOnlyAttribute), inherit: false);

    private static readonly bool ManagesTransaction = typeof(TRequest).IsDefined(typeof(ManagesTransactionAttribute), inherit: false);

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        ManagesTransaction ? next()
        : InsertsOnly ? unitOfWork.InsertAsync(_ => next(), cancellationToken)
        : unitOfWork.ExecuteAsync(_ => next(), cancellationToken);
}
