using System.Net.Mail;
using System.Text;
using CleanApi.Infrastructure.EmbeddedPostgres;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// Writes mails as <c>.eml</c> files that only their owner can read. The name sorts by time; a mail that is written again replaces itself. Whoever sees the
/// name sees the whole file.
/// </summary>
internal sealed class DirectoryTransport(EmailSettings settings) : IMailTransport
{
    /// <inheritdoc />
    public async Task SendAsync(QueuedMail mail, MailMessage message, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(settings.Directory);
        SecretFile.CreateOwnDirectory(directory);
        var draft = Path.Combine(directory, $".{mail.Id:N}.{Guid.NewGuid():N}");
        SecretFile.CreateOwnDirectory(draft);
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft })
            {
                client.DeliveryFormat = SmtpDeliveryFormat.International;
                await client.SendMailAsync(message, cancellationToken);
            }

            var written = Directory.EnumerateFiles(draft).Single();
            await UnstuffAsync(written, cancellationToken);
            File.Move(written, Path.Combine(directory, $"{mail.CreatedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}-{mail.Id:N}.eml"), overwrite: true);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    // A pickup directory holds what goes over the wire, where a line that begins with a dot has two (RFC 5321, section 4.5.2).
    private static async Task UnstuffAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken);
        await File.WriteAllTextAsync(path, text.Replace("\n..", "\n.", StringComparison.Ordinal), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
