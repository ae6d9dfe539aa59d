using System.Buffers;
using System.Security.Cryptography;
using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.EmbeddedPostgres;

namespace CleanApi.Infrastructure.Files;

/// <summary>Files in a directory of the local disk, named after their ids alone: nothing that a client sends becomes part of a path.</summary>
internal sealed class LocalFileStore(StorageSettings settings) : IFileStore
{
    /// <summary>What a file ends with that is not whole yet.</summary>
    public const string Draft = ".part";

    private const int BufferSize = 64 * 1024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task<StoredContent> WriteAsync(StoredFileId id, FileType type, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        var draft = path + Draft;
        try
        {
            SecretFile.CreateOwnDirectory(settings.Root);
            StoredContent stored;
            await using (var file = SecretFile.OpenNew(draft))
            {
                stored = await CopyAsync(type, content, file, cancellationToken);
                // On the disk before it has its name: a crash leaves a draft or a whole file.
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path);
            return stored;
        }
        catch (Exception exception)
        {
            TryDelete(draft);
            if (exception is UnauthorizedAccessException or DirectoryNotFoundException or StorageException)
            {
                throw new ServiceUnavailableError(RetryAfter, "The storage of files is unavailable", exception);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public Stream OpenRead(StoredFileId id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ServiceUnavailableError(RetryAfter, "The storage of files is unavailable", exception);
        }
    }

    /// <inheritdoc />
    public void Delete(StoredFileId id) => TryDelete(PathOf(id));

    private static async Task<StoredContent> CopyAsync(FileType type, Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var head = new byte[FileType.HeadLength];
        long size = 0;
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (size < head.Length)
                {
                    buffer.AsSpan(0, (int)Math.Min(read, head.Length - size)).CopyTo(head.AsSpan((int)size));
                }

                size += read;
                if (size > StoredFile.MaxSize)
                {
                    throw FileErrors.TooLarge();
                }

                hash.AppendData(buffer, 0, read);
                await WriteAsync(file, buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return type.Matches(head.AsSpan(0, (int)Math.Min(size, head.Length)), size)
            ? new StoredContent(size, Convert.ToHexStringLower(hash.GetHashAndReset()))
            : throw FileErrors.OtherContent(type);
    }

    // Apart from the reading, whose failures are the client's.
    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new StorageException(exception);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Housekeeping finds it.
        }
    }

    private string PathOf(StoredFileId id) => Path.Combine(settings.Root, id.ToString());
}
