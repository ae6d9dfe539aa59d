using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Adds what a command did to the audit log, in the command's own transaction.</summary>
internal sealed class AuditBehaviour<TRequest, TResponse>(IAuditTrail audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var response = await next();
        if (AuditPolicy.For<TRequest>.Action is { } action)
        {
            audit.Record(action, AuditPolicy.For<TRequest>.Module);
        }

        return response;
    }
}
