using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Runs a request again whose API key turned out to be looked up too long ago, with what it may do now: unlike an access token, a key cannot be refreshed by
/// whoever holds it. Nothing was done by then, because the statement that finds out comes before all others; and only the request that came from outside
/// is run again, so that what was allowed under the old role is asked for anew.
/// </summary>
internal sealed class RenewalBehaviour<TRequest, TResponse>(ICallerContext context, ICallerRenewal renewal, OutermostRequest outermost)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        outermost.IsOpen || context.Caller is not { ApiKey: not null } caller ? next() : RunAsync(caller, next, cancellationToken);

    // What is thrown while changes are saved comes wrapped.
    private static bool IsRefused(Exception? exception) => exception is not null && (exception is AuthenticationError || IsRefused(exception.InnerException));

    private async Task<TResponse> RunAsync(Caller caller, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        outermost.IsOpen = true;
        try
        {
            try
            {
                return await next();
            }
            catch (Exception exception) when (context.Caller == caller && IsRefused(exception))
            {
                if (await renewal.RenewAsync(caller, cancellationToken) is not { } renewed)
                {
                    throw;
                }

                context.Enter(renewed);
            }

            return await next();
        }
        finally
        {
            outermost.IsOpen = false;
        }
    }
}
