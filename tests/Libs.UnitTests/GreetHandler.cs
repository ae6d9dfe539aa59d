using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed class GreetHandler : IRequestHandler<Greet, string>
{
    public Task<string> Handle(Greet request, CancellationToken cancellationToken) => Task.FromResult($"Hello {request.Name}");
}
