using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed class RenameHandler(Journal journal) : IRequestHandler<Rename>
{
    public Task Handle(Rename request, CancellationToken cancellationToken)
    {
        journal.Entries.Add($"rename {request.Name}");
        return Task.CompletedTask;
    }
}
