using System.Buffers;
using System.Security.Cryptography;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;

namespace CleanApi.Infrastructure.Files;

/// <summary>Takes the bytes of a file as they come: counts and hashes them, and looks at what they begin with.</summary>
internal static class FileIntake
{
    private const int BufferSize = 64 * 1024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <summary>Copies them. A failure to read is the client's, and passes; a failure to write is a <see cref="StorageException"/>.</summary>
    /// <exception cref="PayloadTooLargeError">There are more than <see cref="StoredFile.MaxSize"/>; the rest is not read.</exception>
    /// <exception cref="ValidationError">They are of another type.</exception>
    public static async Task<StoredContent> CopyAsync(FileType type, Stream content, Stream target, CancellationToken cancellationToken)
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
                await WriteAsync(target, buffer.AsMemory(0, read), cancellationToken);
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

    /// <summary>What a client is told of a storage that has failed.</summary>
    public static ServiceUnavailableError Unavailable(Exception cause) => new(RetryAfter, "The storage of files is unavailable", cause);

    private static async Task WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new StorageException(exception);
        }
    }
}
