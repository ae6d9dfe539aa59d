using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Tells the audit trail which command runs. The unit of work writes the entry, also for commands that manage their transactions themselves.</summary>
internal sealed class AuditBehaviour<TRequest, TResponse>(IAuditTrail audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        audit.Begin(AuditAction.Of<TRequest>());
        return next();
    }
}
