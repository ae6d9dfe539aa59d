using CleanApi.Domain.Common;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Files;

/// <summary>
/// Deletes the bytes that no file has, once an hour: those of deleted files, and of uploads that ended between bytes and row. An upload of which the row may
/// still come is younger than an hour.
/// </summary>
internal sealed class FileHousekeeping(Database database, StorageSettings settings, TimeProvider clock, ILogger<FileHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var directory = new DirectoryInfo(settings.Root);
        if (!directory.Exists)
        {
            return;
        }

        var before = Clock.GetUtcNow().UtcDateTime - TimeSpan.FromHours(1);
        foreach (var files in directory.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before).Chunk(BatchDeletion.Size))
        {
            var live = await LiveAsync([.. files.Select(IdOf).OfType<StoredFileId>().Select(id => id.Value)], cancellationToken);
            foreach (var file in files)
            {
                // What is named otherwise is somebody else's, and stays.
                if (file.Name.EndsWith(LocalFileStore.Draft, StringComparison.Ordinal) || (IdOf(file) is { } id && !live.Contains(id.Value)))
                {
                    file.Delete();
                }
            }
        }
    }

    private static StoredFileId? IdOf(FileInfo file) => TypeId.TryParse<StoredFileId>(file.Name, out var id) ? id : null;

    private async Task<HashSet<Guid>> LiveAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select id from files.stored_files where id = any($1) and deleted_at is null");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var live = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            live.Add(reader.GetGuid(0));
        }

        return live;
    }
}
