namespace CleanApi.Infrastructure.Mail;

/// <summary>Sends one mail by the mail server; writes it to the directory where none is set.</summary>
internal sealed class MailDelivery(EmailSettings settings, MailComposer composer, TimeProvider clock)
{
    private readonly IMailTransport transport = settings.Smtp is null ? new DirectoryTransport(settings) : new SmtpTransport(settings.Smtp, clock);

    /// <summary>Sends it.</summary>
    public async Task SendAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        using var message = composer.Compose(mail);
        await transport.SendAsync(mail, message, cancellationToken);
    }
}
