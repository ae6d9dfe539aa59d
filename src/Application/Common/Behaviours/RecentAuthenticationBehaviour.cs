using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Requires a recent proof of who the caller is for commands with <see cref="RequiresRecentAuthenticationAttribute"/>. The innermost behaviour: its statement is
/// the first of the command's transaction. A denial is audited like every other, by the authorization around it.
/// </summary>
internal sealed class RecentAuthenticationBehaviour<TRequest, TResponse>(IRecentAuthentication authentication, ICallerContext context)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    private static readonly bool IsRequired = RequiresRecentAuthenticationAttribute.Of(typeof(TRequest)) is { When: null };

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        IsRequired && context.Caller is not ApiKeyCaller ? RunAsync(next, cancellationToken) : next();

    private async Task<TResponse> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        await authentication.RequireAsync(cancellationToken);
        return await next();
    }
}
