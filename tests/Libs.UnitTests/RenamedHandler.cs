using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed class RenamedHandler(Journal journal) : INotificationHandler<Renamed>
{
    public Task Handle(Renamed notification, CancellationToken cancellationToken)
    {
        journal.Entries.Add($"renamed {notification.Name}");
        return Task.CompletedTask;
    }
}
