using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.Files;

/// <summary>The bytes of the only part of a multipart body. Its end is the body's: a body that breaks off, or has another part, is refused, also where all bytes have come.</summary>
/// <param name="reader">The reader of the body.</param>
/// <param name="part">The part.</param>
internal sealed class MultipartPart(MultipartReader reader, Stream part) : Stream
{
    private bool isAtEnd;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads up to the next part; null at the end.</summary>
    /// <exception cref="MalformedRequestError">The body is broken.</exception>
    public static Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken) =>
        GuardAsync(() => reader.ReadNextSectionAsync(cancellationToken));

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await GuardAsync(() => part.ReadAsync(buffer, cancellationToken).AsTask());
        if (read == 0 && !buffer.IsEmpty && !isAtEnd)
        {
            isAtEnd = true;
            if (await NextAsync(reader, cancellationToken) is not null)
            {
                throw ValidationError.Of(MultipartFile.Field, FieldCodes.InvalidValue, "The body has to have one part: send each file in a request of its own");
            }
        }

        return read;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // Headers that are too long, a body without its last boundary, or a chunk with an invalid size.
            throw new MalformedRequestError("The multipart body is broken", exception);
        }
    }
}
