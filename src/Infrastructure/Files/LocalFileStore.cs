using CleanApi.Application.Files;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Files;

/// <summary>Files in a directory of the local disk, named after their ids alone: nothing that a client sends becomes part of a path.</summary>
internal sealed class LocalFileStore(StorageSettings settings) : IFileStore, IFileInventory
{
    /// <summary>What a file ends with that is not whole yet.</summary>
    public const string Draft = ".part";

    private const int BufferSize = 64 * 1024;

    /// <summary>Makes sure that files can be written.</summary>
    /// <exception cref="StartException">They cannot; names the setting.</exception>
    public void Require()
    {
        try
        {
            SecretFile.CreateOwnDirectory(settings.Root);
            var probe = PathOf($".{Guid.NewGuid():N}");
            SecretFile.OpenNew(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            throw new StartException(
                $"Storage__Root: files cannot be written to {settings.Root} ({exception.Message.TrimEnd('.')}). Name a directory that this user may write to.", exception);
        }
    }

    /// <inheritdoc />
    public async Task<StoredContent> WriteAsync(StoredFileId id, FileType type, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id.ToString());
        var draft = path + Draft;
        try
        {
            StoredContent stored;
            await using (var file = Open(draft))
            {
                stored = await FileIntake.CopyAsync(type, content, file, cancellationToken);
                Publish(file, draft, path);
            }

            return stored;
        }
        catch (Exception exception)
        {
            TryDelete(draft);
            throw exception is StorageException ? FileIntake.Unavailable(exception) : exception;
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(StoredFileId id, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream>(
                new FileStream(PathOf(id.ToString()), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true));
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            throw FileIntake.Unavailable(exception);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(StoredFileId id) => DeleteAsync(id.ToString(), CancellationToken.None);

    /// <inheritdoc />
    public async IAsyncEnumerable<string> NamesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.Exists(settings.Root) ? Directory.EnumerateFiles(settings.Root) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Path.GetFileName(path);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(PathOf(name));
            return Task.CompletedTask;
        }
        catch (DirectoryNotFoundException)
        {
            return Task.CompletedTask;
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            throw FileIntake.Unavailable(exception);
        }
    }

    private static bool IsOfStorage(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            // Housekeeping finds it.
        }
    }

    // On the disk before it has its name: a crash leaves a draft or a whole file.
    private static void Publish(FileStream file, string draft, string path)
    {
        try
        {
            file.Flush(flushToDisk: true);
            File.Move(draft, path);
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            throw new StorageException(exception);
        }
    }

    private FileStream Open(string draft)
    {
        try
        {
            SecretFile.CreateOwnDirectory(settings.Root);
            return SecretFile.OpenNew(draft);
        }
        catch (Exception exception) when (IsOfStorage(exception))
        {
            throw new StorageException(exception);
        }
    }

    private string PathOf(string name) => Path.Combine(settings.Root, name);
}
