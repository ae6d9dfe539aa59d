using System.Reflection;
using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Mail;

/// <inheritdoc cref="IMailOutbox" />
internal sealed partial class MailOutbox(
    CleanApiDbContext db, MailSeal seal, RecipientHash recipients, MailWake wake, MailMeter meter, TimeProvider clock, ILogger<MailOutbox> logger) : IMailOutbox
{
    /// <inheritdoc />
    public void Add(MailMessage mail)
    {
        if (db.InsertsOnly)
        {
            throw new InvalidOperationException("A unit of work that only inserts has no transaction to count a mail in; take [InsertsOnly] away.");
        }

        // At the end: the recipient's row is locked for as short as it can be.
        db.AfterSave.Add(cancellationToken => WriteAsync(mail, cancellationToken));
        wake.Call();
    }

    private async Task WriteAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var limit = mail.GetType().GetCustomAttribute<MailLimitAttribute>()
            ?? throw new InvalidOperationException($"{mail} does not say what it counts as: give it [MailLimit].");
        var template = MailTemplateName.Of(mail.GetType());
        if (await TakePlaceAsync(mail, template, limit.Quota, cancellationToken))
        {
            return;
        }

        LogDropped(template, limit.Quota);
        meter.CountDropped(template);
        if (limit.RefusesCommand)
        {
            throw new RateLimitError(MailLimits.Window);
        }
    }

    // One statement counts and stores, on the recipient's row, which it locks: concurrent transactions wait for each other, and a rollback gives the place back.
    private async Task<bool> TakePlaceAsync(MailMessage mail, string template, MailQuota quota, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var queued = QueuedMail.Create(id, template, seal.Close(id, new MailContent(mail.To.Value, MailValues.Of(mail))), now);
        var (since, one) = (now - MailLimits.Window, new[] { now.UtcDateTime });
        var requests = quota == MailQuota.Requests ? one : [];
        var resets = quota == MailQuota.Resets ? one : [];
        var notices = quota == MailQuota.Notices ? one : [];
        return await db.Database.ExecuteSqlAsync(
            $"""
            with place as (
              insert into mail.recipients as recipient (address_hash, requests_at, resets_at, notices_at, last_at)
              values ({recipients.Of(mail.To)}, {requests}, {resets}, {notices}, {now})
              on conflict (address_hash) do update set
                requests_at = mail.recent(recipient.requests_at, {since}) || excluded.requests_at,
                resets_at = mail.recent(recipient.resets_at, {since}) || excluded.resets_at,
                notices_at = mail.recent(recipient.notices_at, {since}) || excluded.notices_at,
                last_at = greatest(recipient.last_at, excluded.last_at)
              where cardinality(mail.recent(recipient.requests_at, {since}) || excluded.requests_at) <= {MailLimits.Requests}
                and cardinality(mail.recent(recipient.resets_at, {since}) || excluded.resets_at) <= {MailLimits.Resets}
                and cardinality(mail.recent(recipient.requests_at || recipient.resets_at || recipient.notices_at, {since})) < {MailLimits.All}
              returning 1
            )
            insert into mail.messages (id, template, encrypted_content, created_at, due_at, attempts)
            select {queued.Id}, {queued.Template}, {queued.EncryptedContent}, {queued.CreatedAt}, {queued.DueAt}, {queued.Attempts} from place
            """,
            cancellationToken) > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Template} is not sent: within an hour its recipient has had as many {Quota} as they get, or as many mails")]
    private partial void LogDropped(string template, MailQuota quota);
}
