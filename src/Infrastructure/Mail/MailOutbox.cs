using CleanApi.Application.Common.Mail;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.Infrastructure.Mail;

/// <inheritdoc cref="IMailOutbox" />
internal sealed class MailOutbox(CleanApiDbContext db, MailSeal seal, MailWake wake, TimeProvider clock) : IMailOutbox
{
    /// <inheritdoc />
    public void Add(MailMessage mail)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(QueuedMail.Create(id, MailTemplateName.Of(mail.GetType()), seal.Close(id, new MailContent(mail.To.Value, MailValues.Of(mail))), now));
        wake.Call();
    }
}
