using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Repeats a request once, with the key's current permissions, when the cached API key was outdated: unlike an access token, a key cannot be refreshed by
/// its client. Nothing was done by then, because the check precedes every other statement.
/// </summary>
internal sealed class ApiKeyRefreshBehaviour<TRequest, TResponse>(ICallerContext context, IApiKeyCallerRefresher refresher)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        context.Caller is ApiKeyCaller caller ? RunAsync(caller, next, cancellationToken) : next();

    // An exception that is thrown while changes are saved is wrapped.
    private static bool IsOutdated(Exception? exception) => exception is not null && (exception is AuthenticationError || IsOutdated(exception.InnerException));

    private async Task<TResponse> RunAsync(ApiKeyCaller caller, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        ApiKeyCaller? refreshed;
        try
        {
            return await next();
        }
        catch (Exception exception) when (IsOutdated(exception))
        {
            refreshed = await refresher.RefreshAsync(caller, cancellationToken);
            if (refreshed is null)
            {
                throw AccessErrors.InvalidApiKey();
            }

            // The same stamp: the key was not outdated, and what refused the request would again.
            if (refreshed.SecurityStamp == caller.SecurityStamp)
            {
                throw;
            }
        }

        return await context.RunAsAsync(refreshed, () => next());
    }
}
