using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Files;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class DeleteFileHandler(IRepository<StoredFile> files, IAuditTrail audit, TimeProvider clock) : IRequestHandler<DeleteFile, Unit>
{
    public async Task<Unit> Handle(DeleteFile command, CancellationToken cancellationToken)
    {
        var file = await files.LoadAsync(command.Id, cancellationToken);
        file.Delete(clock.GetUtcNow());
        audit.Record(file);
        return Unit.Value;
    }
}
