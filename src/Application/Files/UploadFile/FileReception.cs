using System.Text;
using CleanApi.Application.Common.Reception;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.Files;

/// <summary>Stores the bytes of a file that is uploaded, before there is a file; and removes them where none comes of it.</summary>
[Service(ServiceLifetime.Scoped)]
internal sealed class FileReception(IFileStore store, IFileScanner scanner, IFileUsage usage, ICallerContext context, TimeProvider clock) : IReceiver<UploadFile>
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private bool isRead;
    private StoredContent? received;

    /// <summary>The id under which the bytes are.</summary>
    public StoredFileId Id { get; private set; }

    /// <summary>The bytes.</summary>
    public StoredContent Content => received ?? throw new InvalidOperationException("Nothing was received.");

    /// <inheritdoc />
    public async Task ReceiveAsync(UploadFile request, CancellationToken cancellationToken)
    {
        // As the caller: nobody sends ten megabytes with a session that has ended, or with a key whose rights have changed since it was looked up.
        await usage.TotalAsync(cancellationToken);
        if (isRead)
        {
            throw new ServiceUnavailableError(RetryAfter, "The rights of the key have changed meanwhile: send the file again");
        }

        isRead = true;
        Id = TypeId.New<StoredFileId>(clock.GetUtcNow());
        var type = FileType.Find(request.ContentType)!;
        received = await store.WriteAsync(Id, type, request.Content, cancellationToken);
        await ScanAsync(cancellationToken);
        context.IdempotentRequest?.Receive(Encoding.UTF8.GetBytes($"{type.ContentType} {received.Sha256} {request.Name}"));
    }

    /// <summary>Keeps the bytes: they have a file, or it is not known whether they have.</summary>
    public void Keep() => received = null;

    /// <inheritdoc />
    public async Task ReleaseAsync()
    {
        if (received is not null)
        {
            Keep();
            try
            {
                await store.DeleteAsync(Id);
            }
            catch (ServiceUnavailableError)
            {
                // Housekeeping finds them; what the client is told is why the command was refused.
            }
        }
    }

    // What is stored, and not what comes: a scanner is asked once about all of it. Until there is a file, nobody can download it.
    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenReadAsync(Id, cancellationToken);
            if (!await scanner.IsCleanAsync(content, cancellationToken))
            {
                throw FileErrors.Infected();
            }
        }
        catch
        {
            await ReleaseAsync();
            throw;
        }
    }
}
