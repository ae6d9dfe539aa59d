using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed class JournalBehavior<TRequest, TResponse>(Journal journal) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IBaseRequest
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        journal.Entries.Add($"before {typeof(TRequest).Name}");
        var response = await next();
        journal.Entries.Add($"after, {response}");
        return response;
    }
}
