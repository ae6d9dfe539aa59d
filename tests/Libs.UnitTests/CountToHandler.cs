using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed class CountToHandler : IStreamRequestHandler<CountTo, int>
{
    public IAsyncEnumerable<int> Handle(CountTo request, CancellationToken cancellationToken) => Enumerable.Range(1, request.Last).ToAsyncEnumerable();
}
