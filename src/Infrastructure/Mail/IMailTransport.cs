using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Takes a mail out of the process.</summary>
internal interface IMailTransport
{
    /// <summary>Hands a mail over; when it returns, somebody else has taken responsibility for it.</summary>
    /// <param name="mail">The row.</param>
    /// <param name="message">What it became.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SendAsync(QueuedMail mail, MimeMessage message, CancellationToken cancellationToken);
}
