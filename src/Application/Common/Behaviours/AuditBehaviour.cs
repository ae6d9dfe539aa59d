using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Sets the audit action of the command. The unit of work writes the entry, also for commands that manage their transaction.</summary>
internal sealed class AuditBehaviour<TRequest, TResponse>(IAuditTrail audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        audit.Begin(AuditAction.Of<TRequest>());
        return next();
    }
}
