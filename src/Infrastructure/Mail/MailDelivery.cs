using System.Net.Mime;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Sends one mail the way that is its own: to people by the mail server, else to the directory.</summary>
internal sealed class MailDelivery(EmailSettings settings, MailComposer composer)
{
    private readonly SmtpTransport? smtp = settings.Smtp is null ? null : new SmtpTransport(settings.Smtp);
    private readonly DirectoryTransport directory = new(settings);

    /// <summary>Sends it.</summary>
    public async Task SendAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        IMailTransport transport = mail.Livemode && smtp is not null ? smtp : directory;
        // In a file, a person looks for the link; between servers, eight bits are not promised.
        using var message = composer.Compose(mail, transport == directory ? TransferEncoding.EightBit : TransferEncoding.QuotedPrintable);
        await transport.SendAsync(mail, message, cancellationToken);
    }
}
