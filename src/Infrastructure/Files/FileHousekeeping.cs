using CleanApi.Domain.Common;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Files;

/// <summary>
/// Deletes the bytes that no file has, once a day: those of uploads that ended between bytes and row, and of deleted files whose bytes could not be deleted. An
/// upload of which the row may still come is younger than an hour; its time is in its id.
/// </summary>
internal sealed class FileHousekeeping(Database database, IFileInventory inventory, LocalFileStore store, ClamAvSettings clamAv, TimeProvider clock, ILogger<FileHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromDays(1), clock, logger)
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);

    /// <summary>Refuses to start where no file can be stored.</summary>
    /// <exception cref="Settings.StartException">Names the setting.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.Require();
        if (clamAv.Host is null)
        {
            logger.LogInformation("Files are not scanned for malware: Storage__ClamAv__Host names no scanner");
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // All that is older has an id that is less: ids sort by time.
        var youngest = TypeId.New<StoredFileId>(Clock.GetUtcNow() - LongestUpload).Value;
        List<(string Name, Guid Id)> old = [];
        await foreach (var name in inventory.NamesAsync(cancellationToken))
        {
            // What is named otherwise is somebody else's, and stays.
            if (IdOf(name) is { Value: var id } && id.CompareTo(youngest) < 0)
            {
                old.Add((name, id));
            }

            if (old.Count == BatchDeletion.Size)
            {
                await DeleteAsync(old, cancellationToken);
                old.Clear();
            }
        }

        await DeleteAsync(old, cancellationToken);
    }

    private static StoredFileId? IdOf(string name) =>
        TypeId.TryParse<StoredFileId>(IsDraft(name) ? name[..^LocalFileStore.Draft.Length] : name, out var id) ? id : null;

    private static bool IsDraft(string name) => name.EndsWith(LocalFileStore.Draft, StringComparison.Ordinal);

    private async Task DeleteAsync(IReadOnlyList<(string Name, Guid Id)> old, CancellationToken cancellationToken)
    {
        var live = await LiveAsync([.. old.Select(one => one.Id)], cancellationToken);
        foreach (var (name, _) in old.Where(one => IsDraft(one.Name) || !live.Contains(one.Id)))
        {
            await inventory.DeleteAsync(name, cancellationToken);
        }
    }

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
