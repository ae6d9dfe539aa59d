using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Files;

/// <summary>
/// Asks a clamd over TCP (clamd(8), INSTREAM): each file on a connection of its own, in chunks that begin with their length, up to one of none. What it does not
/// call clean in so many words is not.
/// </summary>
internal sealed class ClamAvScanner(ClamAvSettings settings, ILogger<ClamAvScanner> logger) : IFileScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Clean = "stream: OK";
    private const string Found = " FOUND";

    // Ten megabytes take it a second or two.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task<bool> IsCleanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            var answer = await AskAsync(content, limit.Token);
            if (answer.EndsWith(Found, StringComparison.Ordinal))
            {
                logger.LogWarning("An upload was refused by the scanner: {Answer}", answer);
                return false;
            }

            return answer == Clean ? true : throw Unavailable(new InvalidDataException($"The scanner has answered: {answer}"));
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unavailable(exception);
        }
    }

    private static ServiceUnavailableError Unavailable(Exception cause) => new(RetryAfter, "Files cannot be scanned at the moment, and are not taken unscanned", cause);

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, cancellationToken);
        await using var connection = client.GetStream();
        await connection.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(uint) + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(chunk.AsMemory(sizeof(uint)), cancellationToken);
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await connection.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), cancellationToken);
        }
        while (read > 0);

        return await AnswerAsync(connection, cancellationToken);
    }

    private static async Task<string> AnswerAsync(NetworkStream connection, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && (read = await connection.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
        }

        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }
}
