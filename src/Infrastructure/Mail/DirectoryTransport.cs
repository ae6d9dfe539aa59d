using System.Globalization;
using CleanApi.Infrastructure.EmbeddedPostgres;
using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// Writes mails as <c>.eml</c> files that only their owner can read. The name sorts by time; a mail that is written again replaces itself. Whoever sees the
/// name sees the whole file.
/// </summary>
internal sealed class DirectoryTransport(EmailSettings settings) : IMailTransport
{
    /// <summary>How a file's name begins.</summary>
    internal const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <inheritdoc />
    public async Task SendAsync(QueuedMail mail, MimeMessage message, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(settings.Directory);
        SecretFile.CreateOwnDirectory(directory);
        // A person looks for the link in the file: eight bits, as it is read, unless a line is too long.
        message.Prepare(EncodingConstraint.EightBit, MailFormat.MaxLineLength);
        var draft = Path.Combine(directory, $".{mail.Id:N}.{Guid.NewGuid():N}");
        try
        {
            await using (var file = SecretFile.OpenNew(draft))
            {
                await message.WriteToAsync(MailFormat.Of(message), file, cancellationToken);
            }

            File.Move(draft, Path.Combine(directory, $"{mail.CreatedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{mail.Id:N}.eml"), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
