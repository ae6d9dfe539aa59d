using System.Reflection;
using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Mail;

/// <inheritdoc cref="IMailOutbox" />
internal sealed partial class MailOutbox(
    CleanApiDbContext db, MailSeal seal, RecipientHash recipients, MailQueue queue, MailMeter meter, TimeProvider clock, ILogger<MailOutbox> logger) : IMailOutbox
{
    /// <inheritdoc />
    public void Add(MailMessage mail) => AtTheEnd(async cancellationToken =>
    {
        var kind = mail.GetType();
        if (await TakePlaceAsync(mail.To, kind, cancellationToken))
        {
            await StoreAsync(mail, cancellationToken);
        }
    });

    /// <inheritdoc />
    public void Reserve<TMail>(EmailAddress to)
        where TMail : MailMessage => AtTheEnd(cancellationToken => TakePlaceAsync(to, typeof(TMail), cancellationToken));

    /// <inheritdoc />
    public void AddReserved(MailMessage mail) => AtTheEnd(cancellationToken => StoreAsync(mail, cancellationToken));

    // The recipient's row is locked for as short as it can be.
    private void AtTheEnd(Func<CancellationToken, Task> write)
    {
        if (db.InsertsOnly)
        {
            throw new InvalidOperationException("A unit of work that only inserts has no transaction to count a mail in; take [InsertsOnly] away.");
        }

        db.AfterSave.Add(write);
        queue.Wake.Call();
    }

    private async Task<bool> TakePlaceAsync(EmailAddress to, Type kind, CancellationToken cancellationToken)
    {
        var limit = kind.GetCustomAttribute<MailLimitAttribute>()
            ?? throw new InvalidOperationException($"{kind.Name} does not say what it counts as: give it [MailLimit].");
        if (await TakePlaceAsync(to, limit.Quota, cancellationToken))
        {
            return true;
        }

        var template = MailTemplateName.Of(kind);
        LogDropped(template, limit.Quota);
        meter.CountDropped(template);
        return limit.RefusesCommand ? throw new RateLimitError(MailLimits.Window) : false;
    }

    // One statement counts, on the recipient's row, which it locks: concurrent transactions wait for each other, and a rollback gives the place back.
    private async Task<bool> TakePlaceAsync(EmailAddress to, MailQuota quota, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (since, one) = (now - MailLimits.Window, new[] { now.UtcDateTime });
        var requests = quota == MailQuota.Requests ? one : [];
        var resets = quota == MailQuota.Resets ? one : [];
        var notices = quota == MailQuota.Notices ? one : [];
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into mail.recipients as recipient (address_hash, requests_at, resets_at, notices_at, last_at)
            values ({recipients.Of(to)}, {requests}, {resets}, {notices}, {now})
            on conflict (address_hash) do update set
              requests_at = mail.recent(recipient.requests_at, {since}) || excluded.requests_at,
              resets_at = mail.recent(recipient.resets_at, {since}) || excluded.resets_at,
              notices_at = mail.recent(recipient.notices_at, {since}) || excluded.notices_at,
              last_at = greatest(recipient.last_at, excluded.last_at)
            where cardinality(mail.recent(recipient.requests_at, {since}) || excluded.requests_at) <= {MailLimits.Requests}
              and cardinality(mail.recent(recipient.resets_at, {since}) || excluded.resets_at) <= {MailLimits.Resets}
              and cardinality(mail.recent(recipient.requests_at || recipient.resets_at || recipient.notices_at, {since})) < {MailLimits.All}
            """,
            cancellationToken) > 0;
    }

    private Task<int> StoreAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var queued = QueuedMail.Create(id, MailTemplateName.Of(mail.GetType()), seal.Close(id, new MailContent(mail.To.Value, MailValues.Of(mail))), now);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into mail.messages (id, template, encrypted_content, created_at, due_at, attempts)
            values ({queued.Id}, {queued.Template}, {queued.EncryptedContent}, {queued.CreatedAt}, {queued.DueAt}, {queued.Attempts})
            """,
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Template} is not sent: within an hour its recipient has had as many {Quota} as they get, or as many mails")]
    private partial void LogDropped(string template, MailQuota quota);
}
