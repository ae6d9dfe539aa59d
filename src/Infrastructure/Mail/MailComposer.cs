using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Makes of a row what mail servers understand (RFC 5322, RFC 2046 section 5.1.4: plain text first, HTML preferred).</summary>
internal sealed class MailComposer(EmailSettings settings, MailSeal seal)
{
    /// <summary>The message; dispose it.</summary>
    /// <param name="mail">The row.</param>
    /// <param name="encoding">How text that is not ASCII is written.</param>
    /// <exception cref="InvalidOperationException">It cannot be decrypted, or its template shows what it has no value for.</exception>
    public MailMessage Compose(QueuedMail mail, TransferEncoding encoding)
    {
        var content = seal.Open(mail);
        var text = MailTemplates.Render(mail.Template, content.Values);
        var message = new MailMessage(settings.From, new MailAddress(content.To)) { Subject = text.Subject, SubjectEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        // RFC 3834, section 5: nobody's absence notice answers it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(text.Text, MediaTypeNames.Text.Plain, encoding));
        message.AlternateViews.Add(View(text.Html, MediaTypeNames.Text.Html, encoding));
        return message;
    }

    private static AlternateView View(string text, string mediaType, TransferEncoding encoding)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);
        view.TransferEncoding = encoding;
        return view;
    }
}
