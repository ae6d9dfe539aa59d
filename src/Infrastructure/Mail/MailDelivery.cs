namespace CleanApi.Infrastructure.Mail;

/// <summary>Sends one mail the way that is its own: to people by the mail server, else to the directory.</summary>
internal sealed class MailDelivery(EmailSettings settings, MailComposer composer, TimeProvider clock)
{
    private readonly SmtpTransport? smtp = settings.Smtp is null ? null : new SmtpTransport(settings.Smtp, clock);
    private readonly DirectoryTransport directory = new(settings);

    /// <summary>Sends it.</summary>
    public async Task SendAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        IMailTransport transport = mail.Livemode && smtp is not null ? smtp : directory;
        using var message = composer.Compose(mail);
        await transport.SendAsync(mail, message, cancellationToken);
    }
}
