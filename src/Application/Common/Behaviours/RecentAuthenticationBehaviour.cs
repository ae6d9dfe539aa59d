using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Requires a recent proof of who the caller is for commands with <see cref="RequiresRecentAuthenticationAttribute"/>. The innermost behaviour: its statement is
/// the first of the command's transaction. A denial is recorded like every other.
/// </summary>
internal sealed class RecentAuthenticationBehaviour<TRequest, TResponse>(IRecentAuthentication authentication, ICallerContext context)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        RecentAuthenticationRule.AppliesTo<TRequest>(context.Caller) ? RunAsync(next, cancellationToken) : next();

    private async Task<TResponse> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        await authentication.RequireAsync(cancellationToken);
        return await next();
    }
}
