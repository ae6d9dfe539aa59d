using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The mails that are due. Each step is one statement of its own: no transaction is open while a mail is sent.</summary>
internal sealed class MailQueue(DbContextLease lease, TimeProvider clock)
{
    // Longer than a batch can take; a mail whose sender died is sent by another one afterwards.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Takes mails whose turn it is; nobody else gets them meanwhile.</summary>
    public async Task<IReadOnlyList<QueuedMail>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = lease.Rent(new SystemCallerContext());
        return await db.Set<QueuedMail>().FromSql(
            $"""
            update mail.messages set attempts = attempts + 1, due_at = {now + Lease}, lease_token = {Guid.NewGuid()}
            where id in (
              select id from mail.messages where failed_at is null and due_at <= {now} order by due_at limit {atMost} for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>It was sent: nothing of it is kept.</summary>
    public async Task CompleteAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        await using var db = lease.Rent(new SystemCallerContext());
        await Mine(db, mail).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>It is tried again later.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="delay">From now.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="counts">Whether this was an attempt; not when the server was not even asked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task PostponeAsync(QueuedMail mail, TimeSpan delay, string error, bool counts, CancellationToken cancellationToken)
    {
        var dueAt = clock.GetUtcNow() + delay;
        var attempts = counts ? mail.Attempts : mail.Attempts - 1;
        await using var db = lease.Rent(new SystemCallerContext());
        await Mine(db, mail).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.DueAt, dueAt).SetProperty(row => row.LastError, error).SetProperty(row => row.Attempts, attempts),
            cancellationToken);
    }

    /// <summary>It cannot be sent. What it said is removed; that it failed is kept.</summary>
    public async Task GiveUpAsync(QueuedMail mail, string error, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = lease.Rent(new SystemCallerContext());
        await Mine(db, mail).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.FailedAt, now).SetProperty(row => row.LastError, error).SetProperty(row => row.EncryptedContent, (byte[]?)null),
            cancellationToken);
    }

    private static IQueryable<QueuedMail> Mine(CleanApiDbContext db, QueuedMail mail) =>
        db.Set<QueuedMail>().Where(row => row.Id == mail.Id && row.LeaseToken == mail.LeaseToken);
}
