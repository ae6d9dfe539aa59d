using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Makes of a row what mail servers understand (RFC 5322, RFC 2046 section 5.1.4: plain text first, HTML preferred).</summary>
internal sealed class MailComposer(EmailSettings settings, MailSeal seal)
{
    /// <summary>The message; dispose it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be decrypted, or its template shows what it has no value for.</exception>
    public MimeMessage Compose(QueuedMail mail)
    {
        var content = seal.Open(mail);
        var text = MailTemplates.Render(mail.Template, content.Values);
        var message = new MimeMessage { MessageId = $"{mail.Id:N}@{settings.From.Domain}", Date = mail.CreatedAt };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress("", content.To));
        message.Headers.Replace(MailSubject.Header(text.Subject));
        // RFC 3834, section 5: nobody's absence notice answers it.
        message.Headers.Replace(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new BodyBuilder { TextBody = text.Text, HtmlBody = text.Html }.ToMessageBody();
        return message;
    }
}
